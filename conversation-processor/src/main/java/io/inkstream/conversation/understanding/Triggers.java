package io.inkstream.conversation.understanding;

import org.jspecify.annotations.Nullable;

/** Words that a person should know of: a cover-up, health, abuse (hard), or price talk, dates, nerves (soft). */
public final class Triggers {
    private static final Phrases COVER_UP = Phrases.of(
            "cover up",
            "coverup",
            "coverups",
            "cover ups",
            "cover it up",
            "rework",
            "reworked",
            "touch up",
            "touchup",
            "touch ups",
            "cover an old",
            "cover my old",
            "cover an existing",
            "over an old tattoo",
            "over an existing tattoo",
            "fix an old tattoo",
            "fix my tattoo",
            "tapar un tatuaje",
            "cubrir un tatuaje",
            "cobertura",
            "retoque",
            "retocar");
    private static final Phrases HEALTH = Phrases.of(
            "scar",
            "scars",
            "scarring",
            "scar tissue",
            "pregnant",
            "pregnancy",
            "breastfeeding",
            "blood thinner",
            "blood thinners",
            "epilepsy",
            "epileptic",
            "keloid",
            "keloids",
            "allergy",
            "allergies",
            "allergic",
            "haemophilia",
            "hemophilia",
            "diabetes",
            "diabetic",
            "hepatitis",
            "hiv",
            "eczema",
            "psoriasis",
            "mastectomy",
            "warfarin",
            "embarazada",
            "alergia",
            "alergico",
            "alergica",
            "epilepsia",
            "cicatriz",
            "cicatrices",
            "anticoagulantes",
            "diabetico",
            "diabetica",
            "queloide");
    private static final Phrases NEGATION = Phrases.of(
            "no",
            "not",
            "not a",
            "isnt",
            "isnt a",
            "not really a",
            "without",
            "dont have",
            "dont have any",
            "no es",
            "no es un",
            "no es una",
            "sin",
            "non");
    private static final Phrases ABUSE = Phrases.of(
            "fuck you",
            "fuck off",
            "piss off",
            "go to hell",
            "screw you",
            "you idiot",
            "youre an idiot",
            "stupid bot",
            "fucking bot",
            "bitch",
            "asshole",
            "arsehole",
            "cunt",
            "wanker",
            "hijo de puta",
            "vete a la mierda",
            "idiota",
            "gilipollas");

    private static final Phrases PRICE_TALK = Phrases.of(
            "cheaper",
            "discount",
            "discounts",
            "lower price",
            "lower the price",
            "best price",
            "negotiate",
            "negotiable",
            "a deal",
            "any deals",
            "any deal",
            "special offer",
            "too expensive",
            "descuento",
            "mas barato",
            "rebaja",
            "muy caro",
            "mejor precio");
    private static final Phrases SCHEDULING = Phrases.of(
            "when are you available",
            "when are you free",
            "what dates",
            "which dates",
            "your schedule",
            "when can you",
            "when could you",
            "next available",
            "earliest appointment",
            "earliest date",
            "any availability",
            "do you have any dates",
            "que fechas",
            "cuando puedes",
            "cuando podeis",
            "disponibilidad",
            "proxima cita");
    private static final Phrases HESITATION = Phrases.of(
            "im ready but",
            "i want to but",
            "im interested but",
            "id like to but",
            "id love to but",
            "im thinking but",
            "im considering but",
            "nervous",
            "scared",
            "worried it will hurt",
            "having second thoughts",
            "tengo miedo",
            "me da miedo",
            "nerviosa",
            "nervioso");
    private static final Phrases LONG_QUESTION = Phrases.of(
            "how much",
            "how long",
            "can i",
            "what if",
            "is it possible",
            "do you",
            "will you",
            "when can",
            "where can",
            "cuanto",
            "puedo");
    private static final int LONG_QUESTION_MIN = 100;
    private static final int NEGATION_REACH = 4;

    private Triggers() {}

    /** A reason to tell the artist once, with a kind reply, while the consultation goes on. */
    public enum Soft {
        PRICE,
        SCHEDULING,
        HESITATION,
        QUESTION
    }

    /** The old tattoo is mentioned and not denied. */
    public static boolean mentionsCoverUp(Utterance text) {
        return isMentioned(COVER_UP, text);
    }

    public static boolean mentionsHealth(Utterance text) {
        return isMentioned(HEALTH, text);
    }

    public static boolean isAbusive(Utterance text) {
        return ABUSE.isIn(text.words());
    }

    public static @Nullable Soft soft(Utterance text) {
        var words = text.words();
        if (PRICE_TALK.isIn(words)) {
            return Soft.PRICE;
        }
        if (SCHEDULING.isIn(words)) {
            return Soft.SCHEDULING;
        }
        if (HESITATION.isIn(words)) {
            return Soft.HESITATION;
        }
        var isLongQuestion =
                text.clean().length() > LONG_QUESTION_MIN && text.clean().indexOf('?') >= 0;
        return isLongQuestion && LONG_QUESTION.isIn(words) ? Soft.QUESTION : null;
    }

    private static boolean isMentioned(Phrases phrases, Utterance text) {
        var words = text.words();
        var at = phrases.indexIn(words);
        return at >= 0 && !NEGATION.isIn(words.subList(Math.max(0, at - NEGATION_REACH), at));
    }
}
