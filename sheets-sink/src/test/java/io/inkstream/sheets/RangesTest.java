package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {

    @ParameterizedTest
    @CsvSource({"1,A", "26,Z", "27,AA", "49,AW", "52,AZ", "53,BA", "702,ZZ", "703,AAA", "18278,ZZZ"})
    void column_countsAsTheSheetDoes(int number, String letters) {
        assertThat(A1.column(number)).isEqualTo(letters);
    }

    @Test
    void rows_nameAbsoluteCellsOfAQuotedTab() {
        assertThat(A1.rows("Leads", 2, 5, 49)).isEqualTo("'Leads'!A2:AW5");
        assertThat(A1.rows("Anna's leads", 2, 2, 1)).isEqualTo("'Anna''s leads'!A2:A2");
    }

    @Test
    void covering_joinsNeighboursAndKeepsGapsApart() {
        var blocks = RowBlock.covering(List.of(row(9), row(2), row(4), row(3), row(8)));

        assertThat(blocks)
                .containsExactly(
                        new RowBlock(2, List.of(List.of(2), List.of(3), List.of(4))),
                        new RowBlock(8, List.of(List.of(8), List.of(9))));
    }

    @Test
    void covering_writesEachRowOnceAtItsPlace() {
        Property.forAll(
                random -> IntStream.generate(() -> random.nextInt(2, 60))
                        .limit(random.nextInt(40))
                        .distinct()
                        .boxed()
                        .toList(),
                numbers -> {
                    var written = new ArrayList<Integer>();
                    for (var block : RowBlock.covering(
                            numbers.stream().map(RangesTest::row).toList())) {
                        for (var i = 0; i < block.rows().size(); i++) {
                            assertThat(block.rows().get(i)).containsExactly(block.firstRow() + i);
                            written.add(block.firstRow() + i);
                        }
                        assertThat(block.lastRow()).isEqualTo(written.getLast());
                    }
                    assertThat(written).containsExactlyInAnyOrderElementsOf(numbers);
                });
    }

    @Test
    void fitting_takesWholeRowsUpToTheLimitAndAtLeastOne() {
        var rows = List.of(text("x".repeat(92)), text("x".repeat(92)), text("x".repeat(92)));

        assertThat(PayloadLimit.fitting(rows, 250)).hasSize(2);
        assertThat(PayloadLimit.fitting(rows, 300)).hasSize(3);
        assertThat(PayloadLimit.fitting(rows, 10)).hasSize(1);
        assertThat(PayloadLimit.fitting(List.of(), 10)).isEmpty();
    }

    private static PlacedRow row(int number) {
        return new PlacedRow(number, List.of(number));
    }

    private static PlacedRow text(String text) {
        return new PlacedRow(2, List.of(text));
    }
}
