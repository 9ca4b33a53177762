package io.inkstream.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the person, whatever becomes of their enquiries.
 *
 * @param locale the language we talk in; absent until the first message decided
 * @param name the name on their WhatsApp profile
 * @param optedOutAt when they said STOP; absent while we may write
 * @param toldHowBack the one answer that an opted-out person ever gets was given
 * @param switchNotedAt when they were last told that the bot is paused or still being tested
 * @param anotherPiece the words that described another piece, while the client is asked which one they are about
 * @param helpedAt when an artist was last told how to reach clients from here
 */
record Person(
        @Nullable String locale,
        @Nullable String name,
        @Nullable Instant optedOutAt,
        boolean toldHowBack,
        @Nullable Instant switchNotedAt,
        @Nullable String anotherPiece,
        @Nullable Instant helpedAt) {

    static final Person UNKNOWN = new Person(null, null, null, false, null, null, null);

    Person speaking(String newLocale) {
        return new Person(newLocale, name, optedOutAt, toldHowBack, switchNotedAt, anotherPiece, helpedAt);
    }

    Person named(String newName) {
        return new Person(locale, newName, optedOutAt, toldHowBack, switchNotedAt, anotherPiece, helpedAt);
    }

    Person optedOut(Instant at) {
        return new Person(locale, name, at, toldHowBack, switchNotedAt, anotherPiece, helpedAt);
    }

    Person optedIn() {
        return new Person(locale, name, null, toldHowBack, switchNotedAt, anotherPiece, helpedAt);
    }

    Person toldHowBackNow() {
        return new Person(locale, name, optedOutAt, true, switchNotedAt, anotherPiece, helpedAt);
    }

    Person switchNoted(Instant at) {
        return new Person(locale, name, optedOutAt, toldHowBack, at, anotherPiece, helpedAt);
    }

    Person speakingOfAnotherPiece(@Nullable String words) {
        return new Person(locale, name, optedOutAt, toldHowBack, switchNotedAt, words, helpedAt);
    }

    Person helped(Instant at) {
        return new Person(locale, name, optedOutAt, toldHowBack, switchNotedAt, anotherPiece, at);
    }
}
