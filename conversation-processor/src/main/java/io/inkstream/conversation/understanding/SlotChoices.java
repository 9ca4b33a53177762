package io.inkstream.conversation.understanding;

import io.inkstream.conversation.understanding.OptionNumbers.Numbered;
import io.inkstream.conversation.understanding.Reading.NeedsConfirmation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads which of the offered slots a client chooses: "2", "option 3", "Friday 2pm", "the last one", "16 June". Only a clear
 * choice is one: where two slots fit, or a number contradicts the day beside it, the client is asked.
 */
public final class SlotChoices {
    private static final PhraseFile WORDS = PhraseFile.read("slotchoices");
    private static final Phrases CHOICE_TALK = WORDS.section("choice-talk");
    private static final Phrases EARLIEST = WORDS.section("earliest");
    private static final Phrases LAST = WORDS.section("last");
    private static final Phrases ANY = WORDS.section("any");
    private static final Phrases NONE_SUITS = WORDS.section("none-suits");
    private static final Phrases QUESTION_WORD = WORDS.section("question-word");
    private static final Phrases ASKS = WORDS.section("asks");
    private static final Phrases PROPOSES = WORDS.section("proposes");

    /** No choice takes more words; what a novel says after them is not looked at. */
    private static final int TOKENS_READ_MAX = 200;

    private static final Set<String> TOPICS_BESIDE_DATES = Set.of("availability");

    /** A slot as the client was shown it, in local time. */
    public record Offer(LocalDateTime start, LocalDateTime end) {}

    private final Utterance text;
    private final List<Offer> offers;
    private final List<LocalDateTime> slots;
    private final List<Token> tokens;
    private final List<String> words;
    private final WhenSaid when;

    private SlotChoices(Utterance text, List<Offer> offers, LocalDate today) {
        this.text = text;
        this.offers = offers;
        this.slots = offers.stream().map(Offer::start).toList();
        this.tokens = text.tokens().subList(0, Math.min(text.tokens().size(), TOKENS_READ_MAX));
        this.words = tokens.stream()
                .map(token -> Utterance.withoutAccents(token.text()).replace("'", ""))
                .toList();
        this.when = WhenSaid.in(tokens, words, today, slots);
    }

    /**
     * @param offered the slots as they were listed, in the zone they were shown in
     * @param today in that zone
     * @return the number of the chosen slot, from 1; needs confirmation where any would do
     */
    public static Reading<Integer> read(Utterance text, List<Offer> offered, LocalDate today) {
        if (text.isEmpty() || offered.isEmpty()) {
            return Reading.notUnderstood("no_message_or_slots");
        }
        var intent = Intents.of(text);
        return switch (intent) {
            case OPT_OUT, HUMAN, REFUND, DELETE_DATA, DATA_REQUEST, BOT_IDENTITY, WRONG_NUMBER, AFTERCARE ->
                Reading.notUnderstood(intent.name().toLowerCase(Locale.ROOT));
            default -> new SlotChoices(text, offered, today).read();
        };
    }

    private Reading<Integer> read() {
        if (isAboutSomethingElse()) {
            return Reading.notUnderstood("question");
        }
        var numbers = new OptionNumbers(tokens, words, when).all();
        if (OptionNumbers.distinct(numbers, slots.size()).size() > 1) {
            return Reading.notUnderstood("multiple_numbers");
        }
        if (when.isLikeAnOption()) {
            return Reading.notUnderstood("ambiguous");
        }
        var numbered = numbered(numbers);
        if (numbered != null) {
            return numbered;
        }
        if (when.saysWhen()) {
            return byTime();
        }
        return byOtherWords();
    }

    /** "How long does one session take", "where is the studio?"; but "how about Friday?" proposes. */
    private boolean isAboutSomethingElse() {
        if (QUESTION_WORD.isIn(text.words())) {
            return true;
        }
        if (!Topics.asksSomething(text) || NONE_SUITS.isIn(text.words())) {
            return false;
        }
        var topic = Topics.of(text);
        var asks = ASKS.startsWith(text.words()) && !PROPOSES.startsWith(text.words());
        return (topic != null && !TOPICS_BESIDE_DATES.contains(topic)) || asks;
    }

    // --- by number

    private @Nullable Reading<Integer> numbered(List<Numbered> numbers) {
        var isOnlyTalk = isOnlyTalk();
        for (var number : numbers) {
            if (!number.isClear() && !isOnlyTalk) {
                continue;
            }
            var chosen = number.rule().equals("ordinal") ? ordinal(number.number()) : plain(number);
            if (chosen != null) {
                return chosen;
            }
        }
        return null;
    }

    private Reading<Integer> plain(Numbered number) {
        if (number.number() < 1 || number.number() > slots.size()) {
            return Reading.notUnderstood("out_of_range");
        }
        return when.saysWhen() && !when.fits(slots.get(number.number() - 1))
                ? Reading.notUnderstood("ambiguous")
                : Reading.understood(number.number(), number.rule(), text.clean());
    }

    /** "The second one", "the last one on Wednesday". */
    private @Nullable Reading<Integer> ordinal(int number) {
        var fitting = fitting();
        var index = number == OptionNumbers.LAST_OPTION ? fitting.size() : number;
        if (fitting.isEmpty()) {
            return null;
        }
        return index > fitting.size()
                ? Reading.notUnderstood("out_of_range")
                : Reading.understood(fitting.get(index - 1), "ordinal", text.clean());
    }

    private boolean isOnlyTalk() {
        for (int at = 0; at < words.size(); ) {
            var isPlain = tokens.get(at).kind() != Token.Kind.WORD || when.isUsed(at);
            var talk = isPlain ? 1 : CHOICE_TALK.lengthAt(words, at, words.size());
            var isNumber = NumberWords.value(words.get(at)) != null || isOrdinalEnding(at);
            if (talk == 0 && !isNumber && !isOrdinal(words.get(at))) {
                return false;
            }
            at += Math.max(1, talk);
        }
        return true;
    }

    private boolean isOrdinalEnding(int at) {
        return at > 0
                && tokens.get(at).glued()
                && Set.of("st", "nd", "rd", "th").contains(words.get(at));
    }

    private static boolean isOrdinal(String word) {
        return LAST.isAll(List.of(word))
                || ORDINAL_WORDS.contains(word)
                || word.startsWith("option")
                || word.startsWith("slot")
                || word.startsWith("choice");
    }

    private static final Set<String> ORDINAL_WORDS = ordinalWords();

    private static Set<String> ordinalWords() {
        var all = new java.util.HashSet<String>();
        for (var name : List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")) {
            all.addAll(WORDS.words(name));
        }
        return all;
    }

    // --- by day and time

    private List<Integer> fitting() {
        return IntStream.rangeClosed(1, slots.size())
                .filter(number -> when.fits(slots.get(number - 1)))
                .boxed()
                .toList();
    }

    private Reading<Integer> byTime() {
        var fitting = wholly(fitting());
        if (fitting.size() == 1) {
            return Reading.understood(fitting.getFirst(), rule(), text.clean());
        }
        if (fitting.isEmpty()) {
            return Reading.notUnderstood(NONE_SUITS.isIn(text.words()) ? "none_suitable" : "no_time_match");
        }
        if (EARLIEST.isIn(text.words())) {
            return Reading.understood(earliest(fitting), "earliest", text.clean());
        }
        return Reading.notUnderstood(NONE_SUITS.isIn(text.words()) && !when.saysDay() ? "none_suitable" : "ambiguous");
    }

    /** Of two slots that begin on "Monday afternoon", the one that also ends in it. */
    private List<Integer> wholly(List<Integer> fitting) {
        if (fitting.size() < 2 || !when.saysDay()) {
            return fitting;
        }
        var whole = fitting.stream()
                .filter(number -> when.endsIn(offers.get(number - 1).end().toLocalTime()))
                .toList();
        return whole.size() == 1 ? whole : fitting;
    }

    private String rule() {
        if (when.saysDate()) {
            return "date";
        }
        return when.saysTime() ? "time" : "daypart";
    }

    private int earliest(List<Integer> numbers) {
        return numbers.stream()
                .min(java.util.Comparator.comparing(number -> slots.get(number - 1)))
                .orElseThrow();
    }

    // --- neither number nor time

    private Reading<Integer> byOtherWords() {
        var words = text.words();
        if (when.saysWhenNot() || isRefusal(words)) {
            return Reading.notUnderstood("none_suitable");
        }
        if (EARLIEST.isIn(words)) {
            var all = IntStream.rangeClosed(1, slots.size()).boxed().toList();
            return Reading.understood(earliest(all), "earliest", text.clean());
        }
        if (Topics.asksSomething(text) && !ANY.isIn(words)) {
            return Reading.notUnderstood("question");
        }
        if (slots.size() == 1 && YesNo.read(text).taken() == YesNo.YES) {
            return Reading.understood(1, "yes", text.clean());
        }
        if (ANY.isIn(words)) {
            return new NeedsConfirmation<>(
                    earliest(IntStream.rangeClosed(1, slots.size()).boxed().toList()), "any", text.clean(), "any");
        }
        return Reading.notUnderstood("no_intent");
    }

    /** "no" counts only alone or with what it refuses: "no idea" refuses nothing. */
    private boolean isRefusal(List<String> words) {
        var at = NONE_SUITS.indexIn(words);
        if (at < 0 || DontKnow.isSaidIn(text)) {
            return false;
        }
        var found = NONE_SUITS.lengthAt(words, at, words.size());
        var isBareNo = found == 1 && Set.of("no", "nah", "nope").contains(words.get(at));
        return !isBareNo || (at == 0 && words.size() <= 3 && !tokens.stream().anyMatch(Token::isNumber));
    }
}
