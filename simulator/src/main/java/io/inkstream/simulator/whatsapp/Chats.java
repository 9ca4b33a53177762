package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.journal.Journal;
import io.inkstream.simulator.journal.Remembered;
import io.inkstream.simulator.settings.Settings;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All chats, so many messages of them. What was accepted here is never lost: it is in the journal before the answer.
 */
@Component
public final class Chats implements Remembered {
    private static final String SENT = "sent";
    private static final String WRITTEN = "written";
    private static final String STAGE = "stage";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<Key, Chat> chats = new ConcurrentHashMap<>();
    private final Map<String, Place> byWamid = new ConcurrentHashMap<>();
    private final Queue<Place> oldestFirst = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();
    private final int keptMax;
    private final AtomicLong lastNumber = new AtomicLong();
    private final List<ChatListener> listeners = new CopyOnWriteArrayList<>();
    private final BusinessNumbers numbers;
    private final Journal journal;
    private final Settings settings;

    private record Key(String phoneNumberId, String person) {}

    private record Place(Chat chat, ChatEntry entry) {}

    Chats(BusinessNumbers numbers, WhatsAppProperties properties, Journal journal, Settings settings) {
        this.keptMax = properties.messagesKept();
        this.numbers = numbers;
        this.journal = journal;
        this.settings = settings;
    }

    public void hear(ChatListener listener) {
        listeners.add(listener);
    }

    public void hearNoMore(ChatListener listener) {
        listeners.remove(listener);
    }

    public Collection<Chat> all() {
        return List.copyOf(chats.values());
    }

    public Optional<Chat> find(BusinessNumber number, String person) {
        return Optional.ofNullable(chats.get(new Key(number.phoneNumberId(), person)));
    }

    public Chat with(BusinessNumber number, String person) {
        return chats.computeIfAbsent(new Key(number.phoneNumberId(), person), _ -> new Chat(number, person));
    }

    /** What the studios sent to this person, in the order accepted. */
    List<SentMessage> sentTo(String person) {
        return numbers.all().stream()
                .flatMap(number -> find(number, person).stream())
                .flatMap(chat -> chat.sent().stream())
                .sorted(Comparator.comparingLong(ChatEntry::number))
                .toList();
    }

    SentMessage accept(Chat chat, Instant at, byte[] body, @Nullable String callbackData, SentMessage.Billing billing) {
        var message = new SentMessage(
                lastNumber.incrementAndGet(),
                Wamid.toPerson(chat.person()),
                at,
                chat.number(),
                chat.person(),
                body,
                callbackData,
                billing);
        if (settings.current().journal()) {
            keep(message);
        }
        if (settings.current().keepSent()) {
            add(chat, message);
        }
        return message;
    }

    /** Keeps what a person wrote; empty when this wamid is known already. */
    Optional<WrittenMessage> write(Chat chat, String wamid, Instant at, JsonNode content) {
        chat.writtenAt(at);
        if (byWamid.containsKey(wamid)) {
            return Optional.empty();
        }
        var message = new WrittenMessage(lastNumber.incrementAndGet(), wamid, at, content);
        keep(chat, message);
        add(chat, message);
        return Optional.of(message);
    }

    /** Moves a message on; unknown ones are none of ours. */
    void reach(String wamid, Stage stage) {
        var place = byWamid.get(wamid);
        if (place == null || !place.entry().reach(stage)) {
            return;
        }
        if (stage == Stage.READ || place.entry() instanceof WrittenMessage) {
            journal.append(STAGE, Map.of("wamid", wamid, "stage", stage.name()));
        }
        listeners.forEach(listener -> listener.moved(place.chat(), place.entry()));
    }

    /** Marks what a person wrote up to this message as read by the studio. */
    void readByStudio(String wamid) {
        var place = byWamid.get(wamid);
        if (place == null) {
            return;
        }
        place.chat().entries().stream()
                .filter(entry -> entry instanceof WrittenMessage
                        && entry.number() <= place.entry().number())
                .filter(entry -> entry.stage() != Stage.READ)
                .forEach(entry -> reach(entry.wamid(), Stage.READ));
    }

    void typing(String wamid) {
        var place = byWamid.get(wamid);
        if (place != null) {
            listeners.forEach(listener -> listener.typing(place.chat()));
        }
    }

    private void add(Chat chat, ChatEntry entry) {
        var place = new Place(chat, entry);
        chat.add(entry);
        byWamid.put(entry.wamid(), place);
        oldestFirst.add(place);
        if (kept.incrementAndGet() > keptMax) {
            forgetOldest();
        }
        listeners.forEach(listener -> listener.added(chat, entry));
    }

    /** A load run must not fill the memory: each message beyond the limit takes the place of the oldest. */
    private void forgetOldest() {
        var oldest = oldestFirst.poll();
        if (oldest != null) {
            kept.decrementAndGet();
            oldest.chat().remove(oldest.entry());
            byWamid.remove(oldest.entry().wamid(), oldest);
        }
    }

    private void keep(SentMessage message) {
        if (!journal.keeps()) {
            return;
        }
        journal.appendJson(SENT, SentJson.line(message));
    }

    private void keep(Chat chat, WrittenMessage message) {
        if (!journal.keeps()) {
            return;
        }
        var line = JSON.createObjectNode();
        line.put("n", message.number());
        line.put("pid", chat.number().phoneNumberId());
        line.put("from", chat.person());
        line.put("at", message.at().toString());
        line.put("wamid", message.wamid());
        line.set("message", message.message());
        journal.append(WRITTEN, line);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SENT, WRITTEN, STAGE);
    }

    @Override
    public void recall(String kind, JsonNode line) {
        if (kind.equals(STAGE)) {
            var place = byWamid.get(line.path("wamid").asString());
            if (place != null) {
                place.entry().reach(Stage.valueOf(line.path("stage").asString()));
            }
            return;
        }
        var number = numbers.withId(line.path("pid").asString()).orElse(null);
        if (number == null) {
            return; // the number was taken out of the settings since
        }
        var entry = kind.equals(SENT) ? SentJson.read(line, number) : written(line);
        lastNumber.accumulateAndGet(entry.number(), Math::max);
        var chat = with(number, line.path(kind.equals(SENT) ? "to" : "from").asString());
        if (entry instanceof WrittenMessage) {
            chat.writtenAt(entry.at());
        }
        add(chat, entry);
    }

    private static WrittenMessage written(JsonNode line) {
        return new WrittenMessage(
                line.path("n").asLong(),
                line.path("wamid").asString(),
                Instant.parse(line.path("at").asString()),
                line.path("message"));
    }
}
