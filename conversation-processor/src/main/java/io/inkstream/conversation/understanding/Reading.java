package io.inkstream.conversation.understanding;

import org.jspecify.annotations.Nullable;

/** What a parser made of a text. {@code rule} names the rule that decided, {@code span} the words it matched. */
public sealed interface Reading<T> {
    String rule();

    /** A value to take. {@code confidence} runs from 0 to 1. */
    record Understood<T>(T value, String rule, String span, double confidence) implements Reading<T> {}

    /** A value that is probable, but odd enough to ask back before taking it. */
    record NeedsConfirmation<T>(T value, String rule, String span, String why) implements Reading<T> {}

    /** The client honestly does not know: a value too, and no failure. */
    record Unsure<T>(String rule, String span) implements Reading<T> {}

    /** Nothing to take; {@code reason} says why. */
    record NotUnderstood<T>(String rule, String reason) implements Reading<T> {}

    static <T> Reading<T> understood(T value, String rule, String span) {
        return new Understood<>(value, rule, span, 1.0);
    }

    static <T> Reading<T> notUnderstood(String reason) {
        return new NotUnderstood<>("none", reason);
    }

    /** The value, if it may be taken without asking. */
    default @Nullable T taken() {
        return this instanceof Understood<T> understood ? understood.value() : null;
    }
}
