package io.inkstream.simulator.clock;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clock of the standalone pipeline.
 *
 * @param members the {@code businessclock} endpoints of the other services; empty: the simulator stands alone
 * @param file keeps the offset (ISO-8601 duration) over a restart and wins over {@code inkstream.clock.offset}
 * @param patience how long a member may take to have the new offset
 */
@ConfigurationProperties("inkstream.simulator.clock")
public record ClockProperties(
        @DefaultValue List<URI> members,
        @Nullable Path file,
        @DefaultValue("20s") Duration patience) {

    public ClockProperties {
        members = List.copyOf(members);
        if (file != null && file.toString().isEmpty()) {
            file = null;
        }
    }
}
