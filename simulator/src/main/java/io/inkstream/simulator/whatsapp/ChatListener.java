package io.inkstream.simulator.whatsapp;

/** Hears what happens in the chats, such as a page that shows them. Must return at once. */
public interface ChatListener {

    void added(Chat chat, ChatEntry entry);

    /** The entry reached another stage. */
    void moved(Chat chat, ChatEntry entry);

    /** The studio's bot shows that it is typing. */
    void typing(Chat chat);
}
