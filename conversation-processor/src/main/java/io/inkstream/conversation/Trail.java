package io.inkstream.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the latest messages of a conversation were about, ours and the client's: what a quoted reply is read against. Only a
 * short mark of each message's id is kept; one line is the mark and the question's key.
 */
record Trail(List<String> lines) {
    static final Trail EMPTY = new Trail(List.of());

    /** More than one message a question, and still well within the room that a state may take. */
    private static final int KEPT_MAX = 24;

    Trail {
        lines = List.copyOf(lines);
    }

    Trail with(String messageId, Question question) {
        var kept = new ArrayList<>(lines.size() < KEPT_MAX ? lines : lines.subList(1, lines.size()));
        kept.add(mark(messageId) + question.key());
        return new Trail(kept);
    }

    /** WhatsApp's id of a message is known only once it was sent; until then it goes by its command's id. */
    Trail sentAs(String commandId, String wamid) {
        var question = about(commandId);
        if (question == null) {
            return this;
        }
        var mark = mark(commandId);
        var renamed = new ArrayList<>(lines);
        renamed.replaceAll(line -> line.startsWith(mark) ? mark(wamid) + question.key() : line);
        return new Trail(renamed);
    }

    /** The question that a message asked or answered; null for one that we do not remember. */
    @Nullable
    Question about(String messageId) {
        var mark = mark(messageId);
        for (var line : lines.reversed()) { // the newest word on a message counts
            if (line.startsWith(mark)) {
                return Question.ofKey(line.substring(mark.length()));
            }
        }
        return null;
    }

    private static String mark(String messageId) {
        return Integer.toHexString(messageId.hashCode()) + ' ';
    }
}
