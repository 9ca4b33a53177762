package io.inkstream.simulator.chat;

import io.inkstream.simulator.whatsapp.Chat;
import io.inkstream.simulator.whatsapp.ChatEntry;
import io.inkstream.simulator.whatsapp.ChatListener;
import io.inkstream.simulator.whatsapp.Chats;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Server-sent events to the pages that are open. Without a page nothing is built; a page that is too slow is let go. */
@Component
final class ChatStreams implements ChatListener {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int WAITING_EVENTS = 2000;
    private static final String END = "";

    private final List<BlockingQueue<String>> pages = new CopyOnWriteArrayList<>();
    private final ChatView view;

    ChatStreams(Chats chats, ChatView view) {
        this.view = view;
        chats.hear(this);
    }

    /** Writes events until the page goes away or the simulator ends. */
    void serve(OutputStream page) throws IOException, InterruptedException {
        var events = new LinkedBlockingQueue<String>(WAITING_EVENTS);
        pages.add(events);
        try {
            write(page, "retry: 1000\n\n");
            while (true) {
                var event = events.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (END.equals(event)) {
                    return;
                }
                write(page, event == null ? ": still here\n\n" : event);
            }
        } finally {
            pages.remove(events);
        }
    }

    private static void write(OutputStream page, String text) throws IOException {
        page.write(text.getBytes(StandardCharsets.UTF_8));
        page.flush();
    }

    @Override
    public void added(Chat chat, ChatEntry entry) {
        publish("entry", () -> {
            var event = JSON.createObjectNode();
            event.set("chat", view.summary(chat));
            event.set("entry", view.entry(entry));
            return event;
        });
    }

    @Override
    public void moved(Chat chat, ChatEntry entry) {
        publish("stage", () -> about(chat).put("id", entry.wamid()).put("stage", ChatView.stage(entry)));
    }

    @Override
    public void typing(Chat chat) {
        publish("typing", () -> about(chat));
    }

    private static ObjectNode about(Chat chat) {
        return JSON.createObjectNode()
                .put("phoneNumberId", chat.number().phoneNumberId())
                .put("person", chat.person());
    }

    private void publish(String type, Supplier<ObjectNode> data) {
        if (pages.isEmpty()) {
            return;
        }
        var event = "event: " + type + "\ndata: " + JSON.writeValueAsString(data.get()) + "\n\n";
        for (var page : pages) {
            if (!page.offer(event)) {
                page.clear();
                page.add(END); // it connects again and loads everything anew
            }
        }
    }

    /** Open streams would hold up a graceful shutdown. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        pages.forEach(page -> {
            page.clear();
            page.add(END);
        });
    }
}
