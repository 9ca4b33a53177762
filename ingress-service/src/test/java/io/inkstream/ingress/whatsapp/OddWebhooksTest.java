package io.inkstream.ingress.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.ingress.Fixtures;
import io.inkstream.ingress.Studios;
import io.inkstream.ingress.http.Refused;
import io.inkstream.ingress.identity.IdentityTable;
import io.inkstream.ingress.publish.Outgoing;
import io.inkstream.ingress.studios.StudioDirectory;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.inbound.AccountNotice;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageStatus;
import io.inkstream.schemas.inbound.Unroutable;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.Property;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Input that nobody has sent us yet: each piece still becomes exactly one record, and nothing throws. */
class OddWebhooksTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_300);
    private static final int UPDATES_MAX = 10_000;

    private final StudioDirectory studios = new StudioDirectory();
    private final EnvelopeRouting routing = new EnvelopeRouting(
            studios, new MessageReading(new IdentityTable()), Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void serveAStudio() {
        serve("studio", "106540352242922");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'video'|Unsupported[what=video, errorCode=null]",
                "'type':'interactive'|Unsupported[what=interactive, errorCode=null]",
                "'type':'interactive','errors':[{'code':131000}]|Unsupported[what=interactive, errorCode=131000]",
                "'type':'interactive','interactive':{}|Unsupported[what=interactive, errorCode=null]",
                "'type':'interactive','interactive':{'type':'novel'}|Unsupported[what=interactive/novel, errorCode=null]",
                "'type':'interactive','interactive':{'type':'list_reply'}|Unsupported[what=interactive, errorCode=null]",
                "'type':'interactive','interactive':{'type':'nfm_reply'}|FlowReply[responseJson=null]",
                "'type':'button','button':{'text':'Yes'}|Unsupported[what=button, errorCode=null]",
                "'type':'unsupported','unsupported':{'type':'poll'}|Unsupported[what=poll, errorCode=null]",
                "'type':'text','errors':[{'code':131060}]|Unsupported[what=text, errorCode=131060]",
                "'type':'reaction','reaction':{'message_id':'w','emoji':''}|Reaction[messageId=w, emoji=null]",
                "'type':'contacts','contacts':[]|ContactCards[count=0, ownPhone=null]",
                "'type':'order','order':{}|Order[items=0, text=null]",
                "'type':'system','system':{'type':'novel'}|SystemNotice[change=OTHER, newPhone=null, newBsuid=null]",
                "'type':'edit','edit':{'message':{'type':'image','image':{'caption':'c'}}}|Edited[originalId=null, newText=c]",
                "'type':'edit','edit':{}|Edited[originalId=null, newText=null]",
                "'type':'audio','audio':{'voice':'yes'}|Media[mediaType=AUDIO, mediaId=null, mimeType=null, sha256=null, caption=null, filename=null, url=null]"
            })
    void content_thatIsIncomplete_isStillAMessage(String fields, String content) {
        var records = message("'from':'447700900123','id':'w'," + fields);

        assertThat(records)
                .singleElement()
                .isInstanceOfSatisfying(
                        InboundMessage.class,
                        message -> assertThat(message.content().toString()).isEqualTo(content));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id':'w','from':'447700900123','type':'text','text':{}|MALFORMED_MESSAGE",
                "'id':'w','from':'447700900123','type':'text','text':{'body':5}|MALFORMED_MESSAGE",
                "'id':'w','from':'447700900123','type':'image','image':[]|MALFORMED_MESSAGE",
                "'id':'w','from':'447700900123','type':'location','location':{'latitude':'x'}|MALFORMED_MESSAGE",
                "'id':'w','from':'447700900123','type':'contacts','contacts':{}|MALFORMED_MESSAGE",
                "'id':'w','from':'447700900123'|MALFORMED_MESSAGE",
                "'id':'w','from':'447700900123','type':{}|MALFORMED_MESSAGE",
                "'id':'','from':'447700900123','type':'text','text':{'body':'hi'}|NO_MESSAGE_ID",
                "'id':{},'from':'447700900123','type':'text','text':{'body':'hi'}|NO_MESSAGE_ID",
                "'id':'w','from':'nobody','type':'text','text':{'body':'hi'}|NO_SENDER",
                "'id':'w','type':'system','system':{'type':'user_changed_user_id','user_id':'GB.1'}|NO_SENDER"
            })
    void message_thatCannotBeOne_isUnroutable(String fields, Unroutable.Reason reason) {
        assertUnroutable(message(fields), reason);
    }

    @Test
    void message_withoutItsOwnIdentifiers_isTheOnlyContacts() {
        var records = records(change("""
                'contacts':[{'wa_id':'447700900123','user_id':'GB.1','profile':{'name':'A'}}],
                'messages':[{'id':'w','type':'text','text':{'body':'hi'}}]"""));

        assertThat(records).singleElement().isInstanceOfSatisfying(InboundMessage.class, message -> {
            assertThat(message.key()).isEqualTo("studio/447700900123");
            assertThat(message.sender().bsuid()).isEqualTo("GB.1");
        });
    }

    @Test
    void onlyContact_ofSomebodyElse_lendsNobodyItsBsuid() {
        var records = records(change("""
                'contacts':[{'wa_id':'447700900999','user_id':'GB.1','profile':{'name':'A'}}],
                'messages':[{'id':'w','from':'447700900123','type':'text','text':{'body':'hi'}}]"""));

        assertThat(records)
                .singleElement()
                .isInstanceOfSatisfying(
                        InboundMessage.class,
                        message -> assertThat(message.sender().bsuid()).isNull());
    }

    @Test
    void numberChange_whoseContactIsTheNewIdentity_staysWithTheOld() {
        var records = records(change("""
                'contacts':[{'wa_id':'447700900124','user_id':'GB.2','profile':{'name':'A'}}],
                'messages':[{'id':'w','from':'447700900123','from_user_id':'GB.2','type':'system','system':{
                'type':'user_changed_number','wa_id':'447700900124','user_id':'GB.2','previous_user_id':'GB.1'}}]"""));

        assertThat(records).singleElement().isInstanceOfSatisfying(InboundMessage.class, message -> {
            assertThat(message.key()).isEqualTo("studio/447700900123");
            assertThat(message.sender().bsuid()).isEqualTo("GB.1");
            assertThat(message.sender().waId()).isNull();
            assertThat(message.content())
                    .isEqualTo(new MessageContent.SystemNotice(
                            MessageContent.SystemChange.NUMBER_CHANGED, "447700900124", "GB.2"));
        });
    }

    @Test
    void status_withoutIdOrStatus_isUnroutable() {
        assertUnroutable(records(change("'statuses':[{'status':'sent'}]")), Unroutable.Reason.MALFORMED_STATUS);
        assertUnroutable(records(change("'statuses':[{'id':'w'}]")), Unroutable.Reason.MALFORMED_STATUS);
        assertUnroutable(records(change("'statuses':[null]")), Unroutable.Reason.MALFORMED_STATUS);
    }

    @Test
    void messagesStatusesAndErrors_inOneValue_areAllKept() {
        var records = records(change("""
                'messages':[{'id':'w','from':'447700900123','type':'text','text':{'body':'private'}}],
                'statuses':[{'id':'v','status':'sent'}],'errors':[{'code':131000}]"""));

        assertThat(records).hasSize(3);
        assertThat(records.get(0)).isInstanceOf(InboundMessage.class);
        assertThat(records.get(1)).isInstanceOf(MessageStatus.class);
        assertThat(records.get(2))
                .isInstanceOfSatisfying(
                        AccountNotice.class,
                        notice -> assertThat(notice.raw()).isEqualTo("{\"errors\":[{\"code\":131000}]}"));
    }

    @Test
    void messages_underARepeatedName_areAllKept() {
        var message = "{'id':'w','from':'447700900123','type':'text','text':{'body':'hi'}}";

        var records = records(change("'messages':[" + message + "],'messages':[" + message + "," + message + "]"));

        assertThat(records).hasSize(3);
    }

    @Test
    void oversizedElement_isCutAndUnroutable_soThatItFitsARecord() {
        var records =
                message("'id':'w','from':'447700900123','type':'text','text':{'body':'" + "x".repeat(300_000) + "'}");

        assertUnroutable(records, Unroutable.Reason.MALFORMED_MESSAGE);
        assertThat(Json.write(records.getFirst()).length).isLessThan(1_000_000);
    }

    @Test
    void withoutANumber_andOneStudio_itIsThatStudios() {
        var fields = "'messages':[{'id':'w','from':'447700900123','type':'text','text':{'body':'hi'}}]";

        assertThat(records(bareChange(fields))).singleElement().isInstanceOf(InboundMessage.class);
        serve("second", "213080704485844");
        assertUnroutable(records(bareChange(fields)), Unroutable.Reason.UNKNOWN_PHONE_NUMBER_ID);
    }

    @Test
    void sameInput_hasTheSameRecordIds() {
        for (var name : Fixtures.whatsappWebhooks()) {
            var first = records(Fixtures.whatsapp(name)).stream().map(record -> record.id());
            var second = records(Fixtures.whatsapp(name)).stream().map(record -> record.id());

            assertThat(second.toList()).isEqualTo(first.toList());
        }
    }

    @Test
    void sampleWithAnyNodeReplaced_stillBecomesRecordsWithoutAnException() {
        Property.forAll(3_000, OddWebhooksTest::mutated, body -> {
            var records = records(body.getBytes(UTF_8));

            assertThat(records)
                    .allSatisfy(record -> assertThat(Json.write(record)).isNotEmpty());
        });
    }

    @Test
    void sampleWithBytesChanged_isRefusedOrBecomesRecords() {
        Property.forAll(3_000, OddWebhooksTest::corrupted, body -> {
            try {
                var outgoing = routing.records(body, EnvelopeParser.parse(body, UPDATES_MAX));
                assertThat(outgoing)
                        .allSatisfy(
                                record -> assertThat(Json.write(record.value())).isNotEmpty());
            } catch (Refused e) {
                assertThat(e.answer().status()).isEqualTo(400);
            }
        });
    }

    private static String mutated(RandomGenerator random) {
        var names = Fixtures.whatsappWebhooks().stream()
                .filter(name -> !name.equals("batch_1000_messages"))
                .toList();
        var tree = Json.tree(Fixtures.whatsapp(names.get(random.nextInt(names.size()))));
        for (int i = 0; i <= random.nextInt(3); i++) {
            replaceOne(tree, random);
        }
        return tree.toString();
    }

    private static void replaceOne(JsonNode root, RandomGenerator random) {
        var containers = new ArrayList<JsonNode>();
        collect(root, containers);
        var container = containers.get(random.nextInt(containers.size()));
        var replacement = Json.tree(
                List.of("null", "7", "-1.5", "true", "\"x\"", "\"\"", "[]", "{}", "[{}]", "[null]", "{\"a\":[1]}")
                        .get(random.nextInt(11))
                        .getBytes(UTF_8));
        switch (container) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var names = List.copyOf(object.propertyNames());
                var name = names.get(random.nextInt(names.size()));
                if (random.nextInt(5) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, replacement);
                }
            }
            case ArrayNode array when !array.isEmpty() -> array.set(random.nextInt(array.size()), replacement);
            default -> {}
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static byte[] corrupted(RandomGenerator random) {
        var body = Fixtures.whatsapp(random.nextBoolean() ? "text" : "batch_multiple_changes");
        for (int i = 0; i <= random.nextInt(4); i++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private List<WireRecord> message(String fields) {
        return records(change("'messages':[{" + fields + "}]"));
    }

    private static byte[] change(String value) {
        return bareChange("'metadata':{'phone_number_id':'106540352242922'}," + value);
    }

    private static byte[] bareChange(String value) {
        return ("{'object':'whatsapp_business_account','entry':[{'id':'1','changes':[{'field':'messages','value':{"
                        + value + "}}]}]}")
                .replace('\'', '"')
                .getBytes(UTF_8);
    }

    private List<WireRecord> records(byte[] body) {
        try {
            return routing.records(body, EnvelopeParser.parse(body, UPDATES_MAX)).stream()
                    .map(Outgoing::value)
                    .toList();
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    private static void assertUnroutable(List<WireRecord> records, Unroutable.Reason reason) {
        assertThat(records)
                .singleElement()
                .isInstanceOfSatisfying(
                        Unroutable.class,
                        unroutable -> assertThat(unroutable.reason()).isEqualTo(reason));
    }

    private void serve(String studio, String phoneNumberId) {
        var config = Studios.config(studio, phoneNumberId, "447700900000");
        studios.apply(studio, Topics.STUDIO_CONFIG.serializer().serialize("", config));
    }
}
