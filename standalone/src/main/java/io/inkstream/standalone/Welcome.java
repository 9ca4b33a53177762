package io.inkstream.standalone;

import io.inkstream.standalone.Environment.Port;
import java.time.Duration;
import java.util.Locale;

/** What the operator reads once everything runs. */
final class Welcome {
    private Welcome() {}

    static String text(Environment environment, Duration took) {
        return String.format(
                Locale.ROOT,
                """

                Inkstream is up (%.1f s).

                  Talk to the bot   %s
                  Dashboard, API    %s   (admin@inkstream.local / inkstream-dev-admin, or X-Api-Key: inkstream-dev-key)
                  Webhooks          %s/webhooks/whatsapp
                  Kafka             localhost:%d
                  PostgreSQL        localhost:%d
                  Data and log      %s

                Ctrl-C stops it; the data stays. ./inkstream up --fresh starts empty.
                """,
                took.toMillis() / 1000.0,
                environment.url(Port.SIMULATOR),
                environment.url(Port.ADMIN),
                environment.url(Port.INGRESS),
                environment.port(Port.KAFKA),
                environment.port(Port.POSTGRES),
                environment.home());
    }
}
