package io.inkstream.conversation;

import io.inkstream.conversation.copy.CopyBook;
import java.util.Map;

/** What the artist is told. In the studio's language; the client's words are quoted short. */
final class Notices {
    private static final String VIEW = "{link:view}";
    private static final String APPROVE = "{link:approve}";
    private static final String HAND_BACK = "{link:hand-back}";

    private Notices() {}

    static void newLead(Turn turn, boolean changed) {
        send(turn, "artist.new-lead", changed ? "artist.new-lead.updated" : "artist.new-lead", values(turn), APPROVE);
    }

    static void handover(Turn turn, String reason, boolean hard) {
        var values = values(turn);
        values.put("reason", reason);
        send(
                turn,
                "artist.handover",
                hard ? "artist.handover" : "artist.handover.soft",
                values,
                hard ? HAND_BACK : VIEW);
    }

    static void followUp(Turn turn, String reason) {
        var values = values(turn);
        values.put("reason", reason);
        send(turn, "artist.follow-up", "artist.follow-up", values, APPROVE);
    }

    static void reminder(Turn turn, String reason) {
        var values = values(turn);
        values.put("reason", reason);
        send(turn, "artist.reminder", "artist.reminder", values, VIEW);
    }

    /** The client's words go to the artist who talks with them. */
    static void reply(Turn turn, String words) {
        var values = values(turn);
        values.put("words", ClientWords.withoutPlaceholders(ClientWords.cut(words, Answers.KEPT_MAX)));
        send(turn, "artist.reply", "artist.reply", values, HAND_BACK);
    }

    /** {@code reason} names a text under {@code reason.} that needs no values. */
    static void alert(Turn turn, String reason) {
        alertWith(turn, reason(turn, reason, Map.of()));
    }

    static void alertWith(Turn turn, String reasonText) {
        var values = turn.values();
        values.put("name", clientName(turn));
        values.put("reason", reasonText);
        send(turn, "artist.alert", "artist.alert", values, VIEW);
    }

    static String reason(Turn turn, String name, Map<String, String> values) {
        return turn.artistCopy().render("reason." + name, "", values).body();
    }

    static String clientName(Turn turn) {
        return turn.person().name() == null
                ? turn.artistCopy().words("fallback.client")
                : ClientWords.quoted(turn.person().name());
    }

    private static Map<String, String> values(Turn turn) {
        var values = turn.values();
        values.put("name", clientName(turn));
        values.put("summary", Summary.of(turn));
        values.put("idea", ClientWords.quoted(turn.consultation().text(Question.IDEA, none(turn.artistCopy()))));
        return values;
    }

    private static String none(CopyBook book) {
        return book.words("fallback.none");
    }

    private static void send(Turn turn, String copyKey, String section, Map<String, String> values, String link) {
        turn.tellArtist(copyKey, turn.artistCopy().render(section, "", values), link);
    }
}
