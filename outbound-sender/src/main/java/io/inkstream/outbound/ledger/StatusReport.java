package io.inkstream.outbound.ledger;

import io.inkstream.outbound.CallbackData;
import io.inkstream.outbound.DeliveryStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a status webhook says about one message.
 *
 * @param callback ours, when Meta echoed it
 * @param errorCode of a failed message
 */
public record StatusReport(
        String wamid,
        DeliveryStatus status,
        @Nullable CallbackData callback,
        @Nullable Integer errorCode) {

    /** One report per message: the highest status of all, with the callback data of any. */
    static List<StatusReport> collapse(Collection<StatusReport> reports) {
        Map<String, StatusReport> byMessage = new HashMap<>();
        for (var report : reports) {
            byMessage.merge(report.wamid(), report, StatusReport::merge);
        }
        return List.copyOf(byMessage.values());
    }

    private StatusReport merge(StatusReport other) {
        var higher = other.status.outranks(status) ? other : this;
        return new StatusReport(wamid, higher.status, callback == null ? other.callback : callback, higher.errorCode);
    }

    @Override
    public String toString() {
        return "StatusReport[" + status + "]";
    }
}
