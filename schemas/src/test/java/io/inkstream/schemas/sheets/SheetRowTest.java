package io.inkstream.schemas.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetRowTest {

    @Test
    void row_whenReadAgain_equalsItself_whateverKindOfNumberWentIn() {
        var cells = new LinkedHashMap<String, Object>();
        cells.put("int", 2);
        cells.put("long", 60_000L);
        cells.put("double", 1.5);
        cells.put("whole double", 3.0);
        cells.put("decimal", new BigDecimal("2.50"));
        cells.put("huge", new BigDecimal("1E+30"));
        cells.put("text", "=1+1");
        cells.put("flag", true);
        var row = row(cells);

        var again = Json.read(Json.write(row), SheetRow.class);

        assertThat(again).isEqualTo(row);
        assertThat(again.cells().keySet()).containsExactlyElementsOf(cells.keySet());
        assertThat(again.cells())
                .containsEntry("int", 2L)
                .containsEntry("whole double", 3L)
                .containsEntry("decimal", new BigDecimal("2.5"));
    }

    @Test
    void row_whenACellIsNoCell_isRefused() {
        assertThatThrownBy(() -> row(Map.of("at", Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column at");
        assertThatThrownBy(() -> row(Map.of("list", Arrays.asList(1, 2)))).isInstanceOf(IllegalArgumentException.class);
    }

    private static SheetRow row(Map<String, Object> cells) {
        return new SheetRow("lead", Instant.EPOCH, "studio", "contact", 1, cells);
    }
}
