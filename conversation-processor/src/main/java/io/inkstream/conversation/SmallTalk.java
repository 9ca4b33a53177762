package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Subject;
import io.inkstream.conversation.understanding.Utterance;
import java.util.Set;
import java.util.regex.Pattern;

/** "Thanks", "ok", an emoji, laughter: polite, and wanting no reply. */
final class SmallTalk {
    private static final Set<String> THANKS = Set.of(
            "thanks",
            "thank",
            "thx",
            "ty",
            "cheers",
            "ta",
            "ok",
            "okay",
            "kk",
            "great",
            "cool",
            "perfect",
            "lovely",
            "nice",
            "brilliant",
            "amazing",
            "awesome",
            "alright",
            "noted",
            "worries",
            "problem",
            "sure",
            "good",
            "gracias",
            "vale",
            "genial",
            "perfecto",
            "entendido",
            "nada");
    private static final Set<String> BESIDE_THANKS = Set.of(
            "you", "very", "much", "so", "no", "got", "it", "sounds", "will", "do", "muchas", "de", "all", "that",
            "is");
    private static final Pattern LAUGHTER = Pattern.compile(
            "a?(ha){2,9}h?|(he){2,9}|(ja){2,9}|(je){2,9}|lo{1,9}l|lmao|rofl|xd|jk|just|im|only|kidding|joking|joke|oops|era"
                    + "|broma|una|es");
    private static final Set<String> WAIT = Set.of(
            "one sec",
            "1 sec",
            "just a sec",
            "just a second",
            "one second",
            "one moment",
            "just a moment",
            "one minute",
            "just a minute",
            "give me a sec",
            "give me a minute",
            "hold on",
            "hang on",
            "wait",
            "brb",
            "let me check",
            "let me think",
            "un momento",
            "un segundo",
            "espera",
            "dame un segundo",
            "dame un minuto",
            "ahora vuelvo",
            "dejame pensar",
            "dejame mirar");
    private static final Set<String> DONE = Set.of(
            "done", "thats it", "thats all", "thats them", "sent", "all sent", "listo", "ya esta", "eso es todo");
    private static final Set<String> NOTHING = Set.of(
            "sorry",
            "what",
            "huh",
            "eh",
            "pardon",
            "hello",
            "hi",
            "anyone there",
            "you there",
            "are you there",
            "perdon",
            "que",
            "hola",
            "estas ahi",
            "hay alguien");
    private static final int FEW = 4;

    private SmallTalk() {}

    /** While nothing is asked, "yes" is only polite too. */
    static boolean is(Utterance text, Intent intent) {
        return intent != Intent.QUESTION
                && (isThanks(text) || (intent == Intent.YES && text.words().size() == 1));
    }

    static boolean isThanks(Utterance text) {
        var words = text.words();
        return !text.endsAsQuestion()
                && words.size() <= FEW
                && words.stream().allMatch(word -> THANKS.contains(word) || BESIDE_THANKS.contains(word))
                && (words.isEmpty() || words.stream().anyMatch(THANKS::contains));
    }

    /** Neither an answer nor a failure to give one: a greeting, an ok, laughter, an emoji. */
    static boolean saysNothing(Utterance text, Intent intent) {
        return text.hasNoWords()
                || isThanks(text)
                || isFiller(text)
                || isDone(text)
                || (intent != Intent.NO && Subject.contentWords(text).isEmpty())
                || isLaughter(text);
    }

    /** "That's all": the end of a list, and an answer only where there was one to give. */
    static boolean isDone(Utterance text) {
        return text.words().size() <= FEW && DONE.contains(String.join(" ", text.words()));
    }

    /** "Hello?", "sorry": no question to the studio, and no answer. */
    static boolean isFiller(Utterance text) {
        return text.words().size() <= FEW && NOTHING.contains(String.join(" ", text.words()));
    }

    /** "One sec": they come back by themselves. */
    static boolean asksToWait(Utterance text) {
        return text.words().size() <= FEW && WAIT.contains(String.join(" ", text.words()));
    }

    /** "Haha", "lol jk", "just kidding". */
    static boolean isLaughter(Utterance text) {
        return !text.hasNoWords()
                && text.words().stream().allMatch(word -> LAUGHTER.matcher(word).matches());
    }
}
