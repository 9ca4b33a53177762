package io.inkstream.ingress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.identity.IdentityAlias;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.json.UnreadableRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityTableTest {
    private final IdentityTable table = new IdentityTable();

    @Test
    void nobodyKnown_givesThePhoneElseTheBsuidElseThePreviousOne() {
        assertThat(resolve("447", "GB.1", "GB.0")).isEqualTo(new Identity("s/447", null));
        assertThat(resolve(null, "GB.1", "GB.0")).isEqualTo(new Identity("s/GB.1", null));
        assertThat(resolve(null, null, "GB.0")).isEqualTo(new Identity("s/GB.0", null));
    }

    @Test
    void firstKnownAlias_givesTheKey() {
        alias("GB.1", "s/441");
        alias("GB.0", "s/440");

        assertThat(resolve("447", "GB.1", null)).isEqualTo(new Identity("s/441", null));
        assertThat(resolve("447", null, "GB.0")).isEqualTo(new Identity("s/440", null));
    }

    @Test
    void aliasesThatDisagree_nameTheOtherConversation() {
        alias("447", "s/447");
        alias("GB.1", "s/441");

        assertThat(resolve("447", "GB.1", null)).isEqualTo(new Identity("s/447", "s/441"));
        assertThat(resolve("448", "GB.1", "447")).isEqualTo(new Identity("s/441", "s/447"));
    }

    @Test
    void aliasesThatAgree_areNoConflict() {
        alias("447", "s/447");
        alias("GB.1", "s/447");

        assertThat(resolve("447", "GB.1", null)).isEqualTo(new Identity("s/447", null));
    }

    @Test
    void learnedIdentifiers_neverGiveTheKey_butRevealAnotherConversation() {
        alias("448", "s/448");

        var identity = table.resolve("s", new Identifiers("447", null, null, List.of("448")));

        assertThat(identity).isEqualTo(new Identity("s/447", "s/448"));
    }

    @Test
    void artist_keepsTheirOwnConversation() {
        alias("447", "s/GB.1");

        assertThat(table.resolveArtist("s", "447", new Identifiers("447", null, null, List.of())))
                .isEqualTo(new Identity("s/447", "s/GB.1"));
    }

    @Test
    void tombstone_forgetsTheAlias() {
        alias("447", "s/GB.1");
        table.apply("s/447", null);

        assertThat(resolve("447", null, null)).isEqualTo(new Identity("s/447", null));
        assertThat(table.size()).isZero();
    }

    @Test
    void records_thatLeadOutOfTheirStudioOrNowhere_areRefused() {
        assertThatThrownBy(() -> alias("447", "other/447")).isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> alias("447", "s/")).isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> table.apply("no-studio", null)).isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> table.apply("s/447", new byte[] {1})).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void identifiers_areNotPrinted() {
        assertThat(new Identifiers("447", "GB.1", null, List.of()).toString()).doesNotContain("447", "GB");
        assertThat(resolve("447", null, null).toString()).doesNotContain("447");
    }

    private Identity resolve(@Nullable String phone, @Nullable String bsuid, @Nullable String previous) {
        return table.resolve("s", new Identifiers(phone, bsuid, previous, List.of()));
    }

    private void alias(String alias, String conversationKey) {
        var record = new IdentityAlias("s/" + alias, Instant.EPOCH, "s", alias, conversationKey);
        table.apply(record.recordKey(), Json.write(record));
    }
}
