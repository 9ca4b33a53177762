package io.inkstream.outbound.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.ActionLinks;
import io.inkstream.outbound.Judgement;
import io.inkstream.outbound.Secret;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.outbound.Facts;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.outbound.OutboundMessage.Button;
import io.inkstream.schemas.outbound.OutboundMessage.Buttons;
import io.inkstream.schemas.outbound.OutboundMessage.LinkButton;
import io.inkstream.schemas.outbound.OutboundMessage.OptionList;
import io.inkstream.schemas.outbound.OutboundMessage.Row;
import io.inkstream.schemas.outbound.OutboundMessage.Text;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.outbound.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What we send has the shapes of the recorded requests, less what our messages do not have: headers, footers, section titles, quotes. */
class GraphRequestsTest {
    private static final Recipient PHONE = new Recipient(Role.CLIENT, "447700900123", null);
    private final GraphRequests requests =
            new GraphRequests(new ActionLinks(new Secret("key"), URI.create("https://desk.example.invalid")));

    @Test
    void text_toPhone() {
        assertThat(render(new Text("Which day suits you?"), PHONE)).isEqualTo(fixture("send_text_request"));
    }

    @Test
    void text_toBsuid() {
        var expected = fixture("send_text_bsuid_request");
        ((ObjectNode) expected.path("text")).put("preview_url", false);

        assertThat(render(
                        new Text("Which day suits you?"), new Recipient(Role.CLIENT, null, "GB.27315580041963370251")))
                .isEqualTo(expected);
    }

    @Test
    void buttons() {
        var message = new Buttons(
                "Fri 25 Sep at 10:00 with Sam. Confirm?",
                List.of(
                        new Button("confirm:bk_01HZX4", "Confirm"),
                        new Button("change:bk_01HZX4", "Change"),
                        new Button("cancel:bk_01HZX4", "Cancel")));

        assertThat(render(message, PHONE)).isEqualTo(fixture("send_buttons_request"));
    }

    @Test
    void list() {
        var message = new OptionList(
                "Pick a time",
                "See times",
                List.of(
                        new Row("slot:2026-09-25T10:00+01:00", "10:00", "30 minutes with Sam"),
                        new Row("slot:2026-09-25T11:00+01:00", "11:00", null)));

        assertThat(render(message, PHONE)).isEqualTo(fixture("send_list_request"));
    }

    @Test
    void linkButton() {
        var message = new LinkButton(
                "Pay your £10 deposit to hold the slot for 30 minutes.",
                "Pay deposit",
                "https://checkout.example.invalid/c/pay/cs_test_a1");

        assertThat(render(message, PHONE)).isEqualTo(fixture("send_cta_url_request"));
    }

    @Test
    void template_carriesParametersInOneLine() {
        var template = new Template("artist_notice", "en_GB", List.of("New lead\n\n  from Ana", "{link:approve}"));

        var body = Json.tree(requests.render(
                command(new Text("long notice"), PHONE, template), new Judgement.AsTemplate(template), 1));

        assertThat(body.path("type").stringValue()).isEqualTo("template");
        assertThat(body.path("template").path("language").path("code").stringValue())
                .isEqualTo("en_GB");
        var component = body.path("template").path("components").path(0);
        assertThat(component.path("type").stringValue()).isEqualTo("body");
        assertThat(component.path("parameters").path(0).path("text").stringValue())
                .isEqualTo("New lead from Ana");
        assertThat(component.path("parameters").path(1).path("text").stringValue())
                .startsWith("https://desk.example.invalid/a/");
    }

    @Test
    void template_withoutParameters_hasNoComponents() {
        var template = new Template("next_steps_reply_to_continue", "es", List.of());

        var body = Json.tree(
                requests.render(command(new Text("x"), PHONE, template), new Judgement.AsTemplate(template), 2));

        assertThat(body.path("template").has("components")).isFalse();
        assertThat(body.path("biz_opaque_callback_data").stringValue()).isEqualTo("out:01HZX4K2.2");
    }

    private JsonNode render(OutboundMessage message, Recipient recipient) {
        return Json.tree(requests.render(command(message, recipient, null), new Judgement.FreeForm(), 1));
    }

    private static JsonNode fixture(String name) {
        try (var stream = GraphRequestsTest.class.getResourceAsStream("/whatsapp_api/" + name + ".json")) {
            var body = (ObjectNode) Json.tree(Objects.requireNonNull(stream).readAllBytes());
            body.remove("context");
            body.put("biz_opaque_callback_data", "out:01HZX4K2.1");
            if (body.path("interactive") instanceof ObjectNode interactive) {
                interactive.remove(List.of("header", "footer"));
                if (interactive.path("action").path("sections") instanceof ArrayNode sections) {
                    ((ObjectNode) sections.path(0)).remove("title");
                }
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SendMessage command(OutboundMessage message, Recipient recipient, @Nullable Template template) {
        return new SendMessage(
                "out:01HZX4K2",
                Instant.EPOCH,
                "studio",
                "106540352242922",
                "contact",
                null,
                "contact|CLIENT",
                1,
                new Facts(recipient, null, null),
                "question.style",
                "en-GB",
                MessageClass.CONVERSATIONAL,
                message,
                template,
                null,
                false,
                null);
    }
}
