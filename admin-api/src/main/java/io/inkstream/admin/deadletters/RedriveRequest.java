package io.inkstream.admin.deadletters;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters to send again. All filters that are given must fit; at least one is required.
 *
 * @param ids of dead letters
 * @param topic the dead-letter topic
 * @param code the letters' reason, such as whatsapp.131026
 * @param reason why it is done, in a person's words; kept for the audit. Required unless {@code dryRun}
 * @param dryRun only count what would be done
 * @param perSecond how fast; {@value RedriveDesk#PER_SECOND_DEFAULT} when left out, at most {@value RedriveDesk#PER_SECOND_MAX}
 */
record RedriveRequest(
        @Nullable List<String> ids,
        @Nullable String topic,
        @Nullable String service,
        @Nullable String code,
        @Nullable String studio,
        @Nullable String reason,
        @Nullable Boolean dryRun,
        @Nullable Integer perSecond) {

    /** Whether it says which letters. */
    boolean names() {
        return (ids != null && !ids.isEmpty()) || topic != null || service != null || code != null || studio != null;
    }

    /** Whether a filter is there and says nothing: an unset variable of somebody's script, which must not mean "all". */
    boolean hasBlankFilter() {
        return Stream.concat(Stream.of(topic, service, code, studio), ids == null ? Stream.of() : ids.stream())
                .anyMatch(filter -> filter != null && filter.isBlank());
    }
}
