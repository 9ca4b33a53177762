package io.inkstream.ingress.studios;

import io.inkstream.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every studio we serve, from the newest records of {@code studio.config.v1}. Written by one thread, read by all. */
public final class StudioDirectory {
    private static final Logger log = LoggerFactory.getLogger(StudioDirectory.class);
    /** Joins studio and version in the keys under which every version is kept; those are not read here. */
    private static final char VERSION_MARK = '@';

    private final TreeMap<String, Studio> bySlug = new TreeMap<>();
    private volatile Map<String, Studio> byPhoneNumberId = Map.of();

    /** Takes over one record of the topic; a null value closes the studio. */
    public synchronized void apply(String recordKey, byte @Nullable [] value) {
        if (recordKey.indexOf(VERSION_MARK) >= 0) {
            return;
        }
        if (value == null) {
            bySlug.remove(recordKey);
        } else {
            var config = Topics.STUDIO_CONFIG.read(value);
            bySlug.put(
                    config.studio(),
                    new Studio(
                            config.studio(),
                            config.phoneNumberId(),
                            digits(config.artist().whatsapp())));
        }
        byPhoneNumberId = index();
    }

    /** The studio that a business number belongs to. */
    public Optional<Studio> servedBy(String phoneNumberId) {
        return Optional.ofNullable(byPhoneNumberId.get(phoneNumberId));
    }

    /** The studio, when there is exactly one: then input that names no number can only be for it. */
    public Optional<Studio> onlyOne() {
        var studios = byPhoneNumberId;
        return studios.size() == 1 ? Optional.of(studios.values().iterator().next()) : Optional.empty();
    }

    public int size() {
        return byPhoneNumberId.size();
    }

    private Map<String, Studio> index() {
        var index = new HashMap<String, Studio>();
        for (var studio : bySlug.values()) {
            var other = index.putIfAbsent(studio.phoneNumberId(), studio);
            if (other != null) {
                log.atError()
                        .addKeyValue("studio", studio.slug())
                        .addKeyValue("servedAs", other.slug())
                        .log("two studios claim one phone number id; the later one is not served");
            }
        }
        return Map.copyOf(index);
    }

    private static String digits(String phone) {
        return phone.startsWith("+") ? phone.substring(1) : phone;
    }
}
