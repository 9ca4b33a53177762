package io.inkstream.outbound.operations;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.outbound.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicSecretsTest {
    private static final Map<String, Secret> PUBLIC =
            Map.of("inkstream.sender.links.key", new Secret("inkstream-dev-link-key"));

    @Test
    void publicSecret_outsideStandalone_stopsTheStartAndNamesItsProperty() {
        assertThatThrownBy(() -> PublicSecrets.refuse(false, PUBLIC))
                .hasMessageContaining("inkstream.sender.links.key")
                .hasMessageNotContaining("inkstream-dev-link-key");
    }

    @Test
    void publicSecret_inStandalone_isFine() {
        assertThatCode(() -> PublicSecrets.refuse(true, PUBLIC)).doesNotThrowAnyException();
    }

    @Test
    void ownSecret_isFineEverywhere() {
        assertThatCode(() -> PublicSecrets.refuse(false, Map.of("x", new Secret("own"))))
                .doesNotThrowAnyException();
    }
}
