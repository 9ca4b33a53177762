package io.inkstream.conversation.copy;

import io.inkstream.schemas.outbound.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which approved template stands for a message outside the 24 h window (spec §6). */
public final class Templates {
    private static final String ARTIST_NOTICE = "artist_notice";
    private static final String NEXT_STEPS = "next_steps_reply_to_continue";
    private static final Map<String, String> REMINDERS = Map.of(
            "reminder.qualifying.1", "consultation_reminder",
            "reminder.qualifying.2", "consultation_reminder_2_final");
    private static final List<String> ASKS_TO_REPLY = List.of(
            "slots.",
            "deposit.link",
            "windows.",
            "review.",
            "artist.message",
            "handover.resumed",
            "question.",
            "confirm.suggested",
            "welcome.back",
            "tour.");
    private static final int LINE_MAX = 200;
    private static final Map<String, Template> NEXT_STEPS_BY_LOCALE = Map.of(
            CopyBook.ENGLISH, new Template(NEXT_STEPS, language(CopyBook.ENGLISH), List.of()),
            CopyBook.SPANISH, new Template(NEXT_STEPS, language(CopyBook.SPANISH), List.of()));

    private Templates() {}

    /** For a message to a client; null when nothing stands for it. */
    public static @Nullable Template toClient(String copyKey, String locale, String name) {
        var reminder = REMINDERS.get(copyKey);
        if (reminder != null) {
            return new Template(reminder, language(locale), List.of(oneLine(name)));
        }
        return ASKS_TO_REPLY.stream().anyMatch(copyKey::startsWith) ? NEXT_STEPS_BY_LOCALE.get(locale) : null;
    }

    /** For a notice to the artist. {@code link} is a placeholder that the sender fills in. */
    public static Template toArtist(String locale, String line, String link) {
        return new Template(ARTIST_NOTICE, language(locale), List.of(oneLine(line), link));
    }

    /** Whether the template only invites a reply, so that the message itself still has to be said. */
    public static boolean onlyInvites(Template template) {
        return template.name().equals(NEXT_STEPS);
    }

    private static String language(String locale) {
        return locale.replace('-', '_');
    }

    /** Template parameters take no line breaks, tabs or runs of spaces. */
    private static String oneLine(String text) {
        var line = String.join(" ", text.strip().split("\\s+"));
        return line.length() <= LINE_MAX ? line : line.substring(0, LINE_MAX - 1) + "…";
    }
}
