package io.inkstream.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    /** Made with Python: {@code uuid5(uuid5(NAMESPACE_DNS, "inkstream.io"), name)}. A change here would orphan every stored id. */
    @Test
    void ids_areTheFixedUuid5Values() {
        assertThat(Ids.contactId("studio/447700900123")).isEqualTo("95d3c45e-1b27-596a-a9a4-31e3e46b3a5f");
        assertThat(Ids.contactId("studio/GB.27315580041963370251")).isEqualTo("86436132-7e10-571b-89f9-cdc6c922c691");
        assertThat(Ids.derived("wamid.HBgM", "message", 0)).isEqualTo("f52a601c-bc16-5c01-ad7b-424397f9c75b");
        assertThat(Ids.derived("wamid.HBgM", "message", 12)).isEqualTo("d1cbe1c9-6baf-5ad8-9f3a-433384a6bd26");
        assertThat(Ids.derived("evt_ñandú 👋", "lead", 0)).isEqualTo("d872f594-ba76-52ad-92d8-e0c40a1e7149");
    }

    @Test
    void ids_sayThatTheyAreVersion5() {
        for (var ordinal = 0; ordinal < 1_000; ordinal++) {
            var id = UUID.fromString(Ids.derived("input", "kind", ordinal));

            assertThat(id.version()).isEqualTo(5);
            assertThat(id.variant()).isEqualTo(2); // the variant of RFC 9562
        }
    }

    @Test
    void derived_whenMadeAgain_isTheSame_andDiffersInEveryPart() {
        var ids = new HashSet<String>();
        for (var input : new String[] {"a", "b", "ab", ""}) {
            for (var kind : new String[] {"a", "b", "ab", "contact", ""}) {
                for (var ordinal = 0; ordinal < 12; ordinal++) {
                    var id = Ids.derived(input, kind, ordinal);

                    assertThat(Ids.derived(input, kind, ordinal)).isEqualTo(id);
                    assertThat(ids.add(id))
                            .as("%s %s %s is new", input, kind, ordinal)
                            .isTrue();
                }
            }
        }
    }
}
