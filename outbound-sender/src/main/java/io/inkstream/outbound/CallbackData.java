package io.inkstream.outbound;

import java.util.Optional;

/** What WhatsApp echoes in every status of a message: {@code <commandId>.<attempt>}. It finds the command of a lost response. */
public record CallbackData(String commandId, int attempt) {

    /** Empty when it is not ours. */
    public static Optional<CallbackData> parse(String text) {
        var dot = text.lastIndexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CallbackData(text.substring(0, dot), Integer.parseInt(text.substring(dot + 1))));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    public String text() {
        return commandId + "." + attempt;
    }
}
