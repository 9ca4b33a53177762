package io.inkstream.outbound.whatsapp;

import io.inkstream.outbound.ActionLinks;
import io.inkstream.outbound.CallbackData;
import io.inkstream.outbound.Judgement;
import io.inkstream.outbound.Judgement.AsTemplate;
import io.inkstream.outbound.Judgement.FreeForm;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.outbound.OutboundMessage.Buttons;
import io.inkstream.schemas.outbound.OutboundMessage.LinkButton;
import io.inkstream.schemas.outbound.OutboundMessage.OptionList;
import io.inkstream.schemas.outbound.OutboundMessage.Text;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.outbound.Template;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Renders commands as bodies of {@code POST /{phone-number-id}/messages}, links filled in. */
public final class GraphRequests {
    /** Template parameters with line breaks, tabs or long runs of spaces are refused. */
    private static final Pattern WHITESPACE = Pattern.compile("\\s+");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ActionLinks links;

    public GraphRequests(ActionLinks links) {
        this.links = links;
    }

    /** The body to send. {@code attempt} counts requests of this command from 1. */
    public byte[] render(SendMessage command, Judgement.Sendable form, int attempt) {
        var body = JSON.objectNode().put("messaging_product", "whatsapp").put("recipient_type", "individual");
        address(body, command.facts().recipient());
        switch (form) {
            case FreeForm _ -> message(body, command);
            case AsTemplate template -> template(body, template.template(), command.id());
        }
        body.put("biz_opaque_callback_data", new CallbackData(command.id(), attempt).text());
        return Json.write(body);
    }

    /** Marks a message, and those before it, as read. {@code typing}: an answer is being written. */
    public byte[] readMark(String wamid, boolean typing) {
        var body = JSON.objectNode()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", wamid);
        if (typing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        return Json.write(body);
    }

    /** Always with a plus sign: without it Meta prepends the business's own country code. */
    private static void address(ObjectNode body, Recipient recipient) {
        if (recipient.phone() != null) {
            body.put("to", "+" + recipient.phone());
        } else {
            body.put("recipient", recipient.address());
        }
    }

    private void message(ObjectNode body, SendMessage command) {
        var text = links.fillIn(command.message().body(), command.id());
        switch (command.message()) {
            case Text _ ->
                body.put("type", "text")
                        .putObject("text")
                        .put("preview_url", false)
                        .put("body", text);
            case Buttons buttons -> buttons(interactive(body, "button", text), buttons);
            case OptionList list -> list(interactive(body, "list", text), list);
            case LinkButton link ->
                interactive(body, "cta_url", text)
                        .put("name", "cta_url")
                        .putObject("parameters")
                        .put("display_text", link.label())
                        .put("url", links.fillIn(link.url(), command.id()));
        }
    }

    /** Returns the {@code action} object. */
    private static ObjectNode interactive(ObjectNode body, String type, String text) {
        var interactive =
                body.put("type", "interactive").putObject("interactive").put("type", type);
        interactive.putObject("body").put("text", text);
        return interactive.putObject("action");
    }

    private static void buttons(ObjectNode action, Buttons buttons) {
        var array = action.putArray("buttons");
        for (var button : buttons.buttons()) {
            array.addObject()
                    .put("type", "reply")
                    .putObject("reply")
                    .put("id", button.id())
                    .put("title", button.title());
        }
    }

    private static void list(ObjectNode action, OptionList list) {
        var rows = action.put("button", list.button())
                .putArray("sections")
                .addObject()
                .putArray("rows");
        for (var row : list.rows()) {
            var node = rows.addObject().put("id", row.id()).put("title", row.title());
            if (row.description() != null) {
                node.put("description", row.description());
            }
        }
    }

    private void template(ObjectNode body, Template template, String commandId) {
        var node = body.put("type", "template").putObject("template").put("name", template.name());
        node.putObject("language").put("code", template.language());
        if (template.parameters().isEmpty()) {
            return;
        }
        var parameters =
                node.putArray("components").addObject().put("type", "body").putArray("parameters");
        for (var parameter : template.parameters()) {
            var text = WHITESPACE
                    .matcher(links.fillIn(parameter, commandId))
                    .replaceAll(" ")
                    .strip();
            parameters.addObject().put("type", "text").put("text", text);
        }
    }
}
