package io.inkstream.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.Json;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record comes back as it went, whatever it holds. A failure names the seed: {@code -Dproperty.seed=} shows it again. */
class RoundTripTest {
    private static final int RUNS = Integer.getInteger("property.runs", 100);

    static Stream<WireType> current() {
        return WireType.current();
    }

    @ParameterizedTest
    @MethodSource("current")
    void record_whenWrittenAndRead_isEqual_andValidByItsSchema(WireType type) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new CheckedInFile(type.schemaFile()).text());
        var fixed = Long.getLong("property.seed");
        var seeds = fixed == null ? new Random().longs(RUNS) : Stream.of(fixed).mapToLong(Long::longValue);

        seeds.forEach(seed -> {
            var record = new RandomRecords(new Random(seed)).of(type.record());
            var json = Json.write(record);

            assertThat(Json.read(json, type.record()))
                    .as("-Dproperty.seed=%d", seed)
                    .isEqualTo(record);
            assertThat(Json.read(json, WireRecord.class))
                    .as("-Dproperty.seed=%d", seed)
                    .isEqualTo(record);
            assertThat(schema.validate(Json.tree(json)))
                    .as("-Dproperty.seed=%d", seed)
                    .isEmpty();
        });
    }
}
