package io.inkstream.admin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Cursor CURSOR = new Cursor(Instant.parse("2026-11-20T10:00:00.123456Z"), "id|with|bars");

    @Test
    void cursor_comesBackAsItWas() {
        assertThat(Cursor.parse(CURSOR.toText())).isEqualTo(CURSOR);
        assertThat(Cursor.parse(null)).isNull();
        assertThat(Cursor.parse("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "MjAyNg", "aGVsbG98d29ybGQ"})
    void anythingElse_isAProblem(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(Problem.class);
    }

    @Test
    void timeThatNoDatabaseHolds_isAProblem() {
        var far = new Cursor(Instant.MAX, "id").toText();

        assertThatThrownBy(() -> Cursor.parse(far)).isInstanceOf(Problem.class);
    }

    @Test
    void page_isCutWhereTheLimitIs() {
        var page = Page.cut(List.of(1, 2, 3), 2, _ -> CURSOR);

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.nextCursor()).isEqualTo(CURSOR.toText());
        assertThat(Page.cut(List.of(1, 2), 2, _ -> CURSOR).nextCursor()).isNull();
        assertThat(Page.limit(null)).isEqualTo(50);
        assertThat(Page.limit(0)).isEqualTo(1);
        assertThat(Page.limit(100_000)).isEqualTo(200);
    }
}
