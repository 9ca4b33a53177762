package io.inkstream.admin.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the dashboard's tables show what passes.
 *
 * @param systemEventDays days that system events stay; less than 1 stops the start
 * @param cleanUpEvery how often older ones are removed
 */
@ConfigurationProperties("inkstream.admin.retention")
record RetentionProperties(
        @DefaultValue("90") int systemEventDays,
        @DefaultValue("6h") Duration cleanUpEvery) {
    RetentionProperties {
        if (systemEventDays < SystemEventRetention.DAYS_MIN) {
            throw new IllegalArgumentException("inkstream.admin.retention.system-event-days must be 1 or more");
        }
    }
}
