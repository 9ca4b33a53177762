package io.inkstream.conversation.copy;

import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.outbound.OutboundMessage.Button;
import io.inkstream.schemas.outbound.OutboundMessage.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text ready to be sent. {@code line} is what a template carries instead, if the text has one. */
public record Rendered(
        String body,
        List<Button> buttons,
        @Nullable String listLabel,
        List<Row> rows,
        @Nullable String line) {

    /** WhatsApp's limit for a message with buttons; longer bodies go out as plain text. */
    static final int BUTTONS_BODY_MAX = 1_024;

    static final int LIST_BODY_MAX = 4_096;

    static Rendered of(Section section, Map<String, String> values) {
        return new Rendered(
                section.text().filled(values),
                section.buttons().stream()
                        .map(b -> new Button(b.id(), b.title()))
                        .toList(),
                section.listLabel(),
                section.rows().stream().map(row -> row(row, values)).toList(),
                section.line() == null ? null : section.line().filled(values));
    }

    /** A message as it was once rendered. */
    public static Rendered of(OutboundMessage message) {
        return switch (message) {
            case OutboundMessage.Text(var body) -> new Rendered(body, List.of(), null, List.of(), null);
            case OutboundMessage.LinkButton link ->
                new Rendered(link.body() + "\n" + link.url(), List.of(), null, List.of(), null);
            case OutboundMessage.Buttons(var body, var buttons) -> new Rendered(body, buttons, null, List.of(), null);
            case OutboundMessage.OptionList(var body, var label, var rows) ->
                new Rendered(body, List.of(), label, rows, null);
        };
    }

    private static Row row(Section.Choice row, Map<String, String> values) {
        return new Row(
                row.id(),
                row.title(),
                row.description() == null ? null : row.description().filled(values));
    }

    /** This text with the taps of the question it ends with, unless it has its own. */
    public Rendered withTapsOf(Rendered question) {
        return buttons.isEmpty() && rows.isEmpty()
                ? new Rendered(body, question.buttons, question.listLabel, question.rows, line)
                : this;
    }

    /** This text as the studio speaks; taps keep their short titles. */
    public Rendered spoken(Map<String, String> voice) {
        return voice.isEmpty() ? this : new Rendered(Voice.spoken(body, voice), buttons, listLabel, rows, line);
    }

    public OutboundMessage message() {
        if (!rows.isEmpty() && listLabel != null && body.length() <= LIST_BODY_MAX) {
            return new OutboundMessage.OptionList(body, listLabel, rows);
        }
        return buttons.isEmpty() || body.length() > BUTTONS_BODY_MAX
                ? new OutboundMessage.Text(body)
                : new OutboundMessage.Buttons(body, buttons);
    }
}
