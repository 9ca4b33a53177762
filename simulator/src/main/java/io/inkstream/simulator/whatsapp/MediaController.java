package io.inkstream.simulator.whatsapp;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.simulator.http.Answer;
import io.inkstream.simulator.webhooks.Hmac;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** The rest of the Graph API that a studio needs: media by id, upload, and the download that its url points to. */
@RestController
class MediaController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VERSION = "/{version:v\\d+(?:\\.\\d+)?}";
    private static final String DOWNLOAD = "/whatsapp_business/attachments/";
    private static final Duration URL_LIFE = Duration.ofMinutes(5);
    private static final int HASH_LENGTH = 24;
    private static final long LARGEST_IMAGE = 5_000_000;

    private final Media media;
    private final WhatsAppProperties properties;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;

    MediaController(Media media, WhatsAppProperties properties, BusinessNumbers numbers, BusinessClock clock) {
        this.media = media;
        this.properties = properties;
        this.numbers = numbers;
        this.clock = clock;
    }

    @GetMapping(VERSION + "/{id:\\d+}")
    ResponseEntity<byte[]> describe(@PathVariable String id, HttpServletRequest request) {
        if (!authorised(request)) {
            return GraphErrors.TOKEN_EXPIRED.answer().entity();
        }
        var content = media.find(id);
        var until = clock.instant().plus(URL_LIFE).getEpochSecond();
        var answer = JSON.createObjectNode();
        answer.put("messaging_product", "whatsapp");
        answer.put(
                "url", properties.publicUrl() + DOWNLOAD + "?mid=" + id + "&ext=" + until + "&hash=" + hash(id, until));
        answer.put("mime_type", content.type());
        answer.put("sha256", content.sha256Hex());
        answer.put("file_size", String.valueOf(content.bytes().length));
        answer.put("id", id);
        return Answer.json(200, answer).entity();
    }

    @GetMapping(DOWNLOAD)
    ResponseEntity<byte[]> download(
            @RequestParam String mid, @RequestParam long ext, @RequestParam String hash, HttpServletRequest request) {
        if (!authorised(request)) {
            return Answer.text(401, "text/plain", "Unauthorized").entity();
        }
        if (!hash.equals(hash(mid, ext)) || clock.instant().getEpochSecond() > ext) {
            return Answer.text(404, "text/plain", "URL signature expired").entity();
        }
        var content = media.find(mid);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, content.type())
                .body(content.bytes());
    }

    @PostMapping(VERSION + "/{phoneNumberId:\\d+}/media")
    ResponseEntity<byte[]> upload(
            @PathVariable String phoneNumberId,
            @RequestParam MultipartFile file,
            @RequestParam String type,
            HttpServletRequest request)
            throws IOException {
        if (!authorised(request)) {
            return GraphErrors.TOKEN_EXPIRED.answer().entity();
        }
        if (numbers.withId(phoneNumberId).isEmpty()) {
            return GraphErrors.UNKNOWN_OBJECT.answer().entity();
        }
        if (type.startsWith("image/") && file.getSize() > LARGEST_IMAGE) {
            return GraphErrors.INVALID_PARAMETER.answer().entity();
        }
        return Answer.json(200, JSON.createObjectNode().put("id", media.upload(type, file.getBytes())))
                .entity();
    }

    @DeleteMapping(VERSION + "/{id:\\d+}")
    ResponseEntity<byte[]> delete(@PathVariable String id, HttpServletRequest request) {
        return authorised(request)
                ? Answer.json(200, JSON.createObjectNode().put("success", true)).entity()
                : GraphErrors.TOKEN_EXPIRED.answer().entity();
    }

    @RequestMapping(VERSION + "/**")
    ResponseEntity<byte[]> unknown() {
        return GraphErrors.UNKNOWN_OBJECT.answer().entity();
    }

    private boolean authorised(HttpServletRequest request) {
        return ("Bearer " + properties.accessToken()).equals(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    private String hash(String id, long until) {
        return Hmac.sha256Hex(properties.appSecret(), (id + "/" + until).getBytes(StandardCharsets.UTF_8))
                .substring(0, HASH_LENGTH);
    }
}
