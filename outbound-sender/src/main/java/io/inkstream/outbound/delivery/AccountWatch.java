package io.inkstream.outbound.delivery;

import io.inkstream.outbound.AccountNews;
import io.inkstream.outbound.ledger.TemplateBlocks;
import io.inkstream.outbound.ledger.TemplateBlocks.Block;
import io.inkstream.schemas.outbound.Template;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Acts on what Meta says about accounts: holds numbers, blocks templates, tells people. Kept in the ledger's database for all
 * instances and for restarts; this one's copy is refreshed now and then.
 */
public final class AccountWatch {
    /** Meta's code for a locked account. */
    private static final int ACCOUNT_LOCKED = 131031;

    private final TemplateBlocks blocks;
    private final NumberHolding holding;
    private final Announcer announcer;
    private final Clock businessClock;
    private volatile Map<Key, String> blocked = Map.of();

    private record Key(String studio, String name, String language) {}

    AccountWatch(TemplateBlocks blocks, NumberHolding holding, Announcer announcer, Clock businessClock) {
        this.blocks = blocks;
        this.holding = holding;
        this.announcer = announcer;
        this.businessClock = businessClock;
    }

    /**
     * Acts on one piece of news.
     *
     * @param phoneNumberId of the account, when it is known
     */
    public void hear(String studio, @Nullable String phoneNumberId, AccountNews news) {
        switch (news) {
            case AccountNews.TemplateBlocked template -> {
                blocks.block(new Block(
                        studio, template.name(), template.language(), template.why(), businessClock.instant()));
                refresh();
                tell(true, "outbound.template-blocked", studio, "template " + template.name() + ": " + template.why());
            }
            case AccountNews.TemplateFreed template -> {
                if (blocks.free(studio, template.name(), template.language())) {
                    refresh();
                    tell(false, "outbound.template-freed", studio, "template " + template.name());
                }
            }
            case AccountNews.NumberBlocked number -> {
                if (phoneNumberId != null) {
                    holding.hold(studio, phoneNumberId, ACCOUNT_LOCKED, number.why());
                } else {
                    tell(true, "outbound.account", studio, number.why());
                }
            }
            case AccountNews.Noteworthy fact -> tell(true, "outbound.account", studio, fact.what());
        }
    }

    /** Why this template must not be used; empty: it may be. */
    Optional<String> whyBlocked(String studio, Template template) {
        return Optional.ofNullable(blocked.get(new Key(studio, template.name(), template.language())));
    }

    /** What other instances have heard. */
    void refresh() {
        var now = new HashMap<Key, String>();
        blocks.all().forEach(block -> now.put(new Key(block.studio(), block.name(), block.language()), block.why()));
        blocked = Map.copyOf(now);
    }

    private void tell(boolean urgent, String name, String studio, String detail) {
        announcer.alert(new Alert(urgent, name, studio, null, null, detail));
    }
}
