package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderRowTest {

    @Test
    void read_whenAllColumnsAreOurs_isOurs() {
        assertThat(HeaderRow.read(LeadColumns.ALL, false)).isEqualTo(new HeaderRow.Ours());
    }

    @Test
    void read_whenTheTabIsEmpty_mayBeWritten() {
        assertThat(HeaderRow.read(List.of(), true)).isEqualTo(new HeaderRow.Writable());
    }

    @Test
    void read_whenOnlyTheHeaderIsMissing_isForeign() {
        assertThat(HeaderRow.read(List.of(), false)).isEqualTo(new HeaderRow.Foreign(1, "lead_id"));
    }

    @Test
    void read_whenColumnsWereAddedSince_mayBeWritten() {
        assertThat(HeaderRow.read(LeadColumns.ALL.subList(0, 46), false)).isEqualTo(new HeaderRow.Writable());
    }

    @Test
    void read_whenSomebodyElsesTab_isForeign() {
        assertThat(HeaderRow.read(List.of("Name", "Phone"), false)).isEqualTo(new HeaderRow.Foreign(1, "lead_id"));
    }

    @Test
    void read_whenAColumnWasMoved_namesTheFirstThatDiffers() {
        var moved = new ArrayList<>(LeadColumns.ALL);
        moved.add(3, moved.remove(7));

        assertThat(HeaderRow.read(moved, false)).isEqualTo(new HeaderRow.Foreign(4, "instagram_handle"));
    }
}
