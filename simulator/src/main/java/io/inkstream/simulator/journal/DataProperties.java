package io.inkstream.simulator.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the simulator keeps its world.
 *
 * @param dataFolder absent: in memory only, gone with the process
 * @param fresh start from nothing: what the folder holds is deleted first
 */
@ConfigurationProperties("inkstream.simulator")
public record DataProperties(
        @Nullable Path dataFolder, @DefaultValue("false") boolean fresh) {

    public DataProperties {
        if (dataFolder != null && dataFolder.toString().isEmpty()) {
            dataFolder = null;
        }
    }
}
