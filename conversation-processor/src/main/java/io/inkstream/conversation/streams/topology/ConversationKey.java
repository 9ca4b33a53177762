package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.Ids;

/**
 * The record key of every input, {@code <studio>/<phone or BSUID>}.
 *
 * @param alias the identifier that the conversation was opened under: phone digits or a BSUID
 */
record ConversationKey(String text, String studio, String alias) {
    /** A slug and a BSUID stay well below; a longer key is no key of ours. */
    private static final int LENGTH_MAX = 300;

    static ConversationKey parse(String text) {
        var slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1 || text.length() > LENGTH_MAX) {
            throw new RejectedInput(RejectedInput.Reason.MISROUTED, "the record key names no conversation");
        }
        return new ConversationKey(text, text.substring(0, slash), text.substring(slash + 1));
    }

    String contactId() {
        return Ids.contactId(text);
    }

    /** Whether the conversation was opened under a phone number, as opposed to a BSUID such as {@code GB.1349}. */
    boolean namesPhone() {
        return isPhone(alias);
    }

    static boolean isPhone(String alias) {
        return !alias.isEmpty() && alias.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return "ConversationKey[" + studio + "/***]";
    }
}
