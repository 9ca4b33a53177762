package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.outbound.Recipient.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationCodecTest {
    private static final ConversationKey KEY = ConversationKey.parse("studio/447700900123");

    private final ConversationCodec codec = new ConversationCodec();

    @Test
    void conversation_survivesWritingAndReading() {
        var conversation = new ConversationRecord(
                new Identity("447700900123", "GB.1", "Ana", List.of("447700900123", "GB.1"), false, true),
                17,
                Map.of(Role.CLIENT, 9L, Role.ARTIST, 2L),
                List.of(new ConversationRecord.Alarmed("lead-1/stages", 4)),
                Instant.parse("2026-11-23T10:00:00Z"),
                20_000,
                ConversationRecord.first(KEY, 0).state(),
                new RowNotes("lead-1", 2, "not my style", "message DEAD"));

        assertThat(codec.read(codec.write(conversation))).isEqualTo(conversation);
    }

    /** Conversations written by the first release; every later one must read them. */
    @Test
    void formatOne_canStillBeRead() throws IOException {
        try (var golden = ConversationCodecTest.class.getResourceAsStream("/conversation.format-1.json")) {
            assertThat(golden).isNotNull();
            var json = golden.readAllBytes();

            var conversation = codec.read(withFormat(1, json));

            assertThat(conversation.seq()).isEqualTo(3);
            assertThat(conversation.identity().phone()).isEqualTo("447700900123");
            assertThat(conversation.laneSeq()).containsEntry(Role.CLIENT, 3L);
            assertThat(conversation.alarms()).containsExactly(new ConversationRecord.Alarmed("reminder", 2));
            assertThat(conversation.state().studio()).isEqualTo("studio");
        }
    }

    @Test
    void olderFormat_isLiftedStepByStep() {
        var codec = new ConversationCodec(List.of());
        var next = new ConversationCodec(
                List.of(json -> json.put("seq", json.get("seq").asLong() + 100)));
        var old = codec.write(ConversationRecord.first(KEY, 0));

        assertThat(next.read(old).seq()).isEqualTo(100);
        assertThat(next.read(next.write(next.read(old))).seq()).isEqualTo(100);
    }

    @Test
    void newerFormat_stopsTheTask_insteadOfBeingOverwritten() {
        assertThatThrownBy(() -> codec.read(withFormat(3, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .hasMessageContaining("rolled back");
    }

    private static byte[] withFormat(int format, byte[] json) {
        var kept = new byte[json.length + 1];
        kept[0] = (byte) format;
        System.arraycopy(json, 0, kept, 1, json.length);
        return kept;
    }
}
