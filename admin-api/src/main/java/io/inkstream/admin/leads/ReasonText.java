package io.inkstream.admin.leads;

import io.inkstream.schemas.lead.Reason;

/** A rule's reason in words: {@code dimensions: 10 x 15 cm, from '10x15', rule size.pair-with-x}. */
final class ReasonText {
    private ReasonText() {}

    static String of(Reason reason) {
        var text = new StringBuilder();
        if (reason.field() != null) {
            text.append(reason.field()).append(": ");
        }
        if (reason.value() != null) {
            text.append(reason.value()).append(", ");
        }
        if (reason.span() != null) {
            text.append("from '").append(reason.span()).append("', ");
        }
        text.append("rule ").append(reason.rule());
        if (!reason.alternatives().isEmpty()) {
            text.append(", could also be ").append(String.join(" or ", reason.alternatives()));
        }
        return text.toString();
    }
}
