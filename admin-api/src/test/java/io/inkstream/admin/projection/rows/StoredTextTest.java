package io.inkstream.admin.projection.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTextTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            {"a":"plain"},          {"a":"plain"}
            {"a":"x\\u0000y"},      {"a":"x\\ufffdy"}
            {"a":"\\\\u0000"},      {"a":"\\\\u0000"}
            {"a":"\\\\\\u0000"},    {"a":"\\\\\\ufffd"}
            {"a":"\\u0000\\u0000"}, {"a":"\\ufffd\\ufffd"}
            {"a":"\\u00001"},       {"a":"\\ufffd1"}
            {"a":"\\u000,           {"a":"\\u000
            \\,                     \\
            """, quoteCharacter = '~')
    void escapedNul_isReplaced_everythingElseStays(String json, String expected) {
        assertThat(new String(StoredText.storable(json.getBytes(UTF_8)), UTF_8)).isEqualTo(expected);
    }
}
