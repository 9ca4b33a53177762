package io.inkstream.simulator.chat;

import io.inkstream.simulator.whatsapp.BusinessNumber;
import io.inkstream.simulator.whatsapp.BusinessNumbers;
import io.inkstream.simulator.whatsapp.Chat;
import io.inkstream.simulator.whatsapp.Chats;
import io.inkstream.simulator.whatsapp.Media;
import io.inkstream.simulator.whatsapp.People;
import io.inkstream.simulator.whatsapp.ReadMarks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code /sim/chat}: what the page at {@code /} reads and does; writing goes through {@code /sim/whatsapp/messages}. */
@RestController
@RequestMapping("/sim/chat")
class ChatController {
    private static final int NEWEST_CHATS = 200;
    private static final long LARGEST_PICTURE = 5_000_000;
    /** What a browser may show in place; anything else is offered as a download. */
    private static final Set<String> SHOWN_IN_PLACE =
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif", "audio/ogg", "audio/ogg; codecs=opus");

    private final BusinessNumbers numbers;
    private final Chats chats;
    private final People people;
    private final ReadMarks readMarks;
    private final Media media;
    private final ChatView view;
    private final ChatStreams streams;

    ChatController(
            BusinessNumbers numbers,
            Chats chats,
            People people,
            ReadMarks readMarks,
            Media media,
            ChatView view,
            ChatStreams streams) {
        this.numbers = numbers;
        this.chats = chats;
        this.people = people;
        this.readMarks = readMarks;
        this.media = media;
        this.view = view;
        this.streams = streams;
    }

    @GetMapping("/studios")
    List<BusinessNumber> studios() {
        return numbers.all();
    }

    /** The artist's chat first, then the newest. */
    @GetMapping("/chats")
    List<ObjectNode> list(@RequestParam String phoneNumberId) {
        var number = number(phoneNumberId);
        var list = new ArrayList<ObjectNode>();
        list.add(view.summary(chats.with(number, number.artistPhone())));
        chats.all().stream()
                .filter(chat -> chat.number().equals(number) && !chat.person().equals(number.artistPhone()))
                .sorted(Comparator.comparingLong(ChatController::newest).reversed())
                .limit(NEWEST_CHATS)
                .map(view::summary)
                .forEach(list::add);
        return list;
    }

    @PostMapping("/people")
    ObjectNode meet(@RequestBody Map<String, String> wanted) {
        var phone = wanted.getOrDefault("phone", "").replaceAll("[^0-9]", "");
        if (phone.length() < 8 || phone.length() > 15) {
            throw new IllegalArgumentException("a phone number has 8 to 15 digits, with the country code first");
        }
        var name = wanted.getOrDefault("name", "").strip();
        people.meet(phone, null, name.isEmpty() ? null : name, null);
        return view.summary(chats.with(number(wanted.getOrDefault("phoneNumberId", "")), phone));
    }

    @GetMapping("/messages")
    List<ObjectNode> messages(@RequestParam String phoneNumberId, @RequestParam String person) {
        return chats.find(number(phoneNumberId), person).map(Chat::entries).orElse(List.of()).stream()
                .map(view::entry)
                .toList();
    }

    /** The chat is on screen. */
    @PostMapping("/read")
    ResponseEntity<Void> read(@RequestBody Map<String, String> which) {
        readMarks.readByPerson(chat(which.getOrDefault("phoneNumberId", ""), which.getOrDefault("person", "")));
        return ResponseEntity.noContent().build();
    }

    /** Takes a picture to send; answers the media object of the message. */
    @PostMapping("/media")
    Map<String, String> upload(@RequestHeader(HttpHeaders.CONTENT_TYPE) String type, @RequestBody byte[] bytes) {
        if (!type.equals("image/jpeg") && !type.equals("image/png")) {
            throw new IllegalArgumentException("WhatsApp takes pictures as JPEG or PNG");
        }
        if (bytes.length > LARGEST_PICTURE) {
            throw new IllegalArgumentException("WhatsApp takes pictures of at most 5 MB");
        }
        var id = media.upload(type, bytes);
        return Map.of("id", id, "mime_type", type, "sha256", media.find(id).sha256Hex());
    }

    @GetMapping("/media/{id}")
    ResponseEntity<byte[]> media(@PathVariable String id) {
        var content = media.find(id);
        var inPlace = SHOWN_IN_PLACE.contains(content.type());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, inPlace ? content.type() : MediaType.APPLICATION_OCTET_STREAM_VALUE)
                .header(HttpHeaders.CONTENT_DISPOSITION, inPlace ? "inline" : "attachment")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .body(content.bytes());
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(HttpServletResponse response) throws InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            streams.serve(response.getOutputStream());
        } catch (IOException e) {
            // the page was closed
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(IllegalArgumentException problem) {
        return ResponseEntity.badRequest().body(Map.of("error", String.valueOf(problem.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unknown(NoSuchElementException problem) {
        return ResponseEntity.status(404).body(Map.of("error", "there is no such studio"));
    }

    private Chat chat(String phoneNumberId, String person) {
        return chats.with(number(phoneNumberId), person);
    }

    private BusinessNumber number(String phoneNumberId) {
        return numbers.withId(phoneNumberId).orElseThrow();
    }

    private static long newest(Chat chat) {
        var entries = chat.entries();
        return entries.isEmpty() ? Long.MAX_VALUE : entries.getLast().number();
    }
}
