package io.inkstream.schemas.outbound;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the recipient is to see, within WhatsApp's limits ({@code reference/whatsapp.md} §8). Bodies may hold {@code {link:action}}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(OutboundMessage.Text.class),
    @JsonSubTypes.Type(OutboundMessage.Buttons.class),
    @JsonSubTypes.Type(OutboundMessage.OptionList.class),
    @JsonSubTypes.Type(OutboundMessage.LinkButton.class)
})
public sealed interface OutboundMessage {
    String body();

    /** text, buttons, list or link: the {@code kind} that the API shows. */
    @JsonIgnore
    default String kindName() {
        return switch (this) {
            case Text _ -> "text";
            case Buttons _ -> "buttons";
            case OptionList _ -> "list";
            case LinkButton _ -> "link";
        };
    }

    @JsonTypeName("text")
    record Text(String body) implements OutboundMessage {}

    /** At most 3 buttons with titles of 20; body 1,024. */
    @JsonTypeName("buttons")
    record Buttons(String body, List<Button> buttons) implements OutboundMessage {
        public Buttons {
            buttons = List.copyOf(buttons);
        }
    }

    /** At most 10 rows with titles of 24 and descriptions of 72; {@code button} of 20; body 4,096. */
    @JsonTypeName("list")
    record OptionList(String body, String button, List<Row> rows) implements OutboundMessage {
        public OptionList {
            rows = List.copyOf(rows);
        }
    }

    /** A link button; {@code label} of 20; body 1,024. */
    @JsonTypeName("link")
    record LinkButton(String body, String label, String url) implements OutboundMessage {}

    /** A reply button. */
    record Button(String id, String title) {}

    /** A list row. */
    record Row(String id, String title, @Nullable String description) {}
}
