package io.inkstream.standalone;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** One log for all contexts: each would otherwise set the logging up anew for the whole process. */
final class Logging {
    private Logging() {}

    /** Everything goes to a file in this folder; warnings and errors also to the terminal. */
    static void to(Path folder) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("LOG_FOLDER", folder.toString());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Objects.requireNonNull(
                    Logging.class.getResource("/standalone-logback.xml"), "standalone-logback.xml is in this jar"));
        } catch (JoranException e) {
            throw new IllegalStateException("the logging configuration in this jar is broken", e);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
