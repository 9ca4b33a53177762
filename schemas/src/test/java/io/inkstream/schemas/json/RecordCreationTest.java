package io.inkstream.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCreationTest {
    private record Range(int from, int to, @Nullable Range inner, List<String> names) {
        Range {
            names = List.copyOf(names);
            if (from > to) {
                throw new IllegalArgumentException("secret words");
            }
        }
    }

    @Test
    void record_isMadeByItsOwnConstructor() {
        var range = new Range(1, 2, new Range(1, 1, null, List.of()), List.of("a"));

        assertThat(Json.readAs(Json.write(range), Range.class)).isEqualTo(range);
    }

    @Test
    void record_whoseConstructorRefuses_isUnreadable_andQuotesNothing() {
        var bytes = "{\"from\":2,\"to\":1,\"names\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Json.readAs(bytes, Range.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageNotContaining("secret");
    }
}
