package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.journal.Journal;
import io.inkstream.simulator.journal.Remembered;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is known, and what to call those who are not: name and BSUID of a stranger follow from the phone number. */
@Component
public final class People implements Remembered {
    private static final String MET = "person";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final BigInteger USER_IDS = BigInteger.TEN.pow(20);
    private static final Map<String, String> COUNTRIES =
            Map.of("44", "GB", "34", "ES", "49", "DE", "33", "FR", "39", "IT", "353", "IE", "1", "US", "351", "PT");
    private static final int LONGEST_COUNTRY_CODE = 3;
    private static final int STRANGERS_MAX = 10_000;
    private static final List<String> FIRST_NAMES = List.of(
            "Amelia", "Noah", "Priya", "Tom", "Lucía", "Chloé", "Ewan", "Zoë", "Marcus", "Ana", "Jonas", "Maeve");
    private static final List<String> LAST_NAMES =
            List.of("Hart", "Patel", "Okafor", "Lindqvist", "Moreno", "Byrne", "Novak", "Ferreira", "Doyle", "Weiss");

    private final Map<String, Person> byAddress = new ConcurrentHashMap<>();
    private final Map<String, Person> strangers = new ConcurrentHashMap<>();
    private final Map<String, String> addressByUserId = new ConcurrentHashMap<>();
    private final Journal journal;

    People(Journal journal) {
        this.journal = journal;
    }

    /** The person behind a phone number or BSUID; a stranger gets a made-up name, always the same. */
    public Person at(String address) {
        var known = byAddress.get(address);
        if (known != null) {
            return known;
        }
        if (strangers.size() > STRANGERS_MAX) {
            strangers.clear(); // made up again when they are met again, and the same
        }
        return strangers.computeIfAbsent(address, People::stranger);
    }

    /** The address of the person with this BSUID: the phone number when it is known, else the BSUID itself. */
    String addressOf(String userId) {
        return addressByUserId.getOrDefault(userId, userId);
    }

    /** Remembers what is new about a person; what is absent stays as it was. */
    public Person meet(
            @Nullable String phone, @Nullable String userId, @Nullable String name, @Nullable String username) {
        var address =
                phone != null ? phone : addressOf(Optional.ofNullable(userId).orElseThrow());
        var before = at(address);
        var now = new Person(
                before.phone(),
                userId == null ? before.userId() : userId,
                name == null ? before.name() : name,
                username == null ? before.username() : username);
        if (!now.equals(byAddress.get(address))) {
            keep(now);
            journal.append(MET, now);
        }
        return now;
    }

    private void keep(Person person) {
        byAddress.put(person.address(), person);
        addressByUserId.put(person.userId(), person.address());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MET);
    }

    @Override
    public void recall(String kind, JsonNode line) {
        keep(JSON.treeToValue(line, Person.class));
    }

    private static Person stranger(String address) {
        var hash = new BigInteger(1, sha256(address));
        var name = FIRST_NAMES.get(
                        hash.mod(BigInteger.valueOf(FIRST_NAMES.size())).intValue()) + " "
                + LAST_NAMES.get(hash.mod(BigInteger.valueOf(LAST_NAMES.size())).intValue());
        return isPhone(address)
                ? new Person(address, country(address) + "." + hash.mod(USER_IDS), name, null)
                : new Person(null, address, name, null);
    }

    static boolean isPhone(String address) {
        return !address.isEmpty() && address.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String country(String phone) {
        for (var length = LONGEST_COUNTRY_CODE; length > 0; length--) {
            var country = phone.length() > length ? COUNTRIES.get(phone.substring(0, length)) : null;
            if (country != null) {
                return country;
            }
        }
        return "GB";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
