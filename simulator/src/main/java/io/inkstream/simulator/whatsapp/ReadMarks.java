package io.inkstream.simulator.whatsapp;

import org.springframework.stereotype.Component;

/** A person has a chat on screen: what the studio sent is read, and the studio is told. */
@Component
public final class ReadMarks {
    private final Chats chats;
    private final StatusWebhooks statuses;

    ReadMarks(Chats chats, StatusWebhooks statuses) {
        this.chats = chats;
        this.statuses = statuses;
    }

    public void readByPerson(Chat chat) {
        for (var message : chat.sent()) {
            if (message.stage() != Stage.READ) {
                chats.reach(message.wamid(), Stage.READ);
                statuses.read(message);
            }
        }
    }
}
