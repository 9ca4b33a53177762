package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class SettingsCheckTest {

    @Test
    void goodSettings_passUnderBothKeys() {
        assertThat(SettingsCheck.problem("studio", Studios.studio())).isNull();
        assertThat(SettingsCheck.problem("studio@1", Studios.studio())).isNull();
        assertThat(SettingsCheck.problem("studio@2", Studios.studio())).contains("another studio or version");
    }

    @ParameterizedTest
    @CsvSource({
        "zone, Europe/Atlantis, zone",
        "currency, POUNDS, currency",
        "locale, '', locale",
        "phoneNumberId, '', phoneNumberId",
        "name, '', name"
    })
    void badValue_isNamed(String field, String value, String named) {
        var json = (ObjectNode) Json.tree(Json.write(Studios.studio()));
        json.put(field, value);

        assertThat(SettingsCheck.problem("studio", Json.read(Json.write(json), StudioConfig.class)))
                .contains(named);
    }
}
