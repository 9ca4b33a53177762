package io.inkstream.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonSchemaTest {

    static Stream<WireType> current() {
        return WireType.current();
    }

    @ParameterizedTest
    @MethodSource("current")
    void schema_whenTheRecordChanges_mustChangeWithIt(WireType type) {
        new CheckedInFile(type.schemaFile()).mustBe(SchemaGeneration.schemaOf(type));
    }

    @Test
    void schemas_belongToAVersionThatWasEverWritten() {
        assertThat(WireType.schemaFiles())
                .containsExactlyInAnyOrderElementsOf(
                        WireType.all().map(WireType::schemaFile).toList());
    }
}
