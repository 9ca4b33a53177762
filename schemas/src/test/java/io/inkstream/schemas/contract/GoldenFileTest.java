package io.inkstream.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Golden files are records as they were once written. They are never changed, only added to. */
class GoldenFileTest {

    record Golden(WireType type, Path file) {
        byte[] bytes() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        ObjectNode tree() {
            return (ObjectNode) Json.tree(bytes());
        }

        WireRecord read() {
            return Json.read(bytes(), type.record());
        }

        @Override
        public String toString() {
            return type + "/" + file.getFileName();
        }
    }

    static Stream<Golden> all() {
        return WireType.all().flatMap(GoldenFileTest::files);
    }

    static Stream<Golden> current() {
        return WireType.current().flatMap(GoldenFileTest::files);
    }

    static Stream<WireType> types() {
        return WireType.all();
    }

    private static Stream<Golden> files(WireType type) {
        return type.goldenFiles().stream().map(file -> new Golden(type, file));
    }

    @ParameterizedTest
    @MethodSource("all")
    void golden_whenRead_isStillUnderstood(Golden golden) {
        assertThat(golden.read()).isInstanceOf(golden.type().record());
        assertThat(golden.tree().get("type").asString()).isEqualTo(golden.type().name());
        assertThat(golden.tree().get("version").asInt()).isEqualTo(golden.type().version());
    }

    @ParameterizedTest
    @MethodSource("current")
    void golden_whenReadAndWritten_isTheSame(Golden golden) {
        var written = Json.tree(Json.write(golden.read()));

        assertThat(written).isEqualTo(golden.tree());
        assertThat(written.propertyNames()).startsWith("type", "version", "id", "occurredAt");
    }

    @ParameterizedTest
    @MethodSource("all")
    void golden_isValidByItsSchema(Golden golden) {
        assertThat(schema(golden.type()).validate(golden.tree())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void golden_whenALaterWriterAddedAField_readsTheSame(Golden golden) {
        var later = golden.tree().put("addedLater", "by a newer version");

        assertThat(Json.read(Json.write(later), golden.type().record())).isEqualTo(golden.read());
        assertThat(schema(golden.type()).validate(later)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void golden_whenOfAnUnknownType_isRefused(Golden golden) {
        var unknown = golden.tree().put("type", "not.yet.invented");

        assertThatThrownBy(() -> Json.read(Json.write(unknown), golden.type().record()))
                .isInstanceOf(UnreadableRecord.class);
        assertThat(schema(golden.type()).validate(unknown)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void record_whenARequiredFieldIsMissing_isRefusedByReaderAndSchemaAlike(WireType type) {
        var smallest = files(type)
                .map(Golden::tree)
                .min(java.util.Comparator.comparingInt(ObjectNode::size))
                .orElseThrow();
        for (var field : smallest.propertyNames()) {
            var without = smallest.deepCopy().without(field);
            if (field.equals("version")) {
                continue; // written for people and schemas; a reader knows its own
            }
            var valid = schema(type).validate(without).isEmpty();

            if (valid) {
                assertThat(Json.read(Json.write(without), type.record())).isNotNull();
            } else {
                assertThatThrownBy(() -> Json.read(Json.write(without), type.record()))
                        .as("%s without %s", type, field)
                        .isInstanceOf(UnreadableRecord.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void type_standsOnATopic(WireType type) {
        assertThat(Topics.ALL).extracting(Topic::valueType).anyMatch(held -> held.isAssignableFrom(type.record()));
    }

    /** A field or variant without a golden record could change its wire form unseen. */
    @Test
    void goldens_showEveryFieldAndVariant() {
        var declared = new TreeSet<String>();
        var shown = new TreeSet<String>();
        WireType.current().forEach(type -> {
            var fields = new SchemaFields(Json.tree(
                    new CheckedInFile(type.schemaFile()).text().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            declared.addAll(fields.declared());
            files(type).forEach(golden -> shown.addAll(fields.shownBy(golden.tree())));
        });

        declared.removeAll(shown);

        assertThat(declared).as("fields and variants that no golden file shows").isEmpty();
    }

    private static Schema schema(WireType type) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new CheckedInFile(type.schemaFile()).text());
    }
}
