package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a message asks for. Words that stand alone in a keyword ("Stop.", "please stop") act only when the message
 * says nothing else; phrases act wherever they stand. Opt-out words of every shipped language always count.
 */
public final class Intents {
    private static final Phrases POLITENESS = Phrases.of(
            "please",
            "pls",
            "plz",
            "thanks",
            "thank you",
            "ok",
            "okay",
            "hi",
            "hello",
            "hey",
            "sorry",
            "now",
            "just",
            "por favor",
            "gracias",
            "hola");

    private static final Phrases STOP_WORDS = Phrases.of(
            "stop",
            "st0p",
            "stopp",
            "unsubscribe",
            "opt out",
            "optout",
            "opt me out",
            "stop all",
            "stopall",
            "end",
            "quit",
            "stop it",
            "stop this",
            "remove me",
            "no more messages",
            "stop messages",
            "stop messaging",
            "stop texting",
            "baja",
            "darme de baja",
            "parar",
            "para",
            "detener",
            "dejar de recibir",
            "no mas mensajes");
    private static final Phrases STOP_PHRASES = Phrases.of(
            "stop messaging me",
            "stop texting me",
            "stop contacting me",
            "stop sending me",
            "stop writing to me",
            "dont message me",
            "do not message me",
            "dont text me",
            "do not text me",
            "dont contact me",
            "do not contact me",
            "leave me alone",
            "unsubscribe me",
            "take me off your list",
            "remove me from your list",
            "no me escribas",
            "no me escribais",
            "deja de escribirme",
            "dejad de escribirme",
            "dame de baja",
            "dejame en paz");

    private static final Phrases OPT_IN_WORDS = Phrases.of(
            "start",
            "restart",
            "resume",
            "subscribe",
            "unstop",
            "iniciar",
            "empezar",
            "comenzar",
            "reanudar",
            "suscribirme",
            "suscribir",
            "alta");

    private static final Phrases HUMAN_WORDS = Phrases.of(
            "human",
            "person",
            "agent",
            "artist",
            "operator",
            "real person",
            "a human",
            "a person",
            "talk to someone",
            "speak to someone",
            "persona",
            "humano",
            "agente",
            "artista",
            "una persona",
            "hablar con alguien");
    private static final Phrases HUMAN_PHRASES = Phrases.of(
            "talk to a human",
            "talk to a person",
            "talk to a real person",
            "talk to someone",
            "talk to somebody",
            "talk to the artist",
            "talk to an artist",
            "speak to a human",
            "speak to a person",
            "speak to a real person",
            "speak to someone",
            "speak to somebody",
            "speak to the artist",
            "speak to an artist",
            "speak with someone",
            "speak with a person",
            "speak with a human",
            "speak with the artist",
            "chat to a human",
            "chat with a human",
            "chat with a person",
            "talk with a person",
            "talk with a human",
            "talk with someone",
            "talk with the artist",
            "call me",
            "ring me",
            "give me a call",
            "phone me",
            "can i call",
            "hablar con una persona",
            "hablar con alguien",
            "hablar con un humano",
            "hablar con el artista",
            "hablar con la artista",
            "quiero una persona",
            "llamame",
            "me puedes llamar");
    private static final Phrases NO_HUMAN_WISH = Phrases.of(
            "dont call me", "do not call me", "no me llames", "they call me", "people call me", "friends call me");

    private static final Phrases BOT_PHRASES = Phrases.of(
            "are you human",
            "are you a human",
            "are you a bot",
            "are you a robot",
            "are you real",
            "are you a real person",
            "are you a person",
            "are you ai",
            "are you an ai",
            "are you chatgpt",
            "is this a bot",
            "is this a robot",
            "is this automated",
            "is this a real person",
            "am i talking to a bot",
            "am i talking to a robot",
            "am i talking to a human",
            "am i talking to a real person",
            "is this a human",
            "eres un bot",
            "eres un robot",
            "eres humano",
            "eres humana",
            "eres una persona",
            "eres una maquina");

    private static final Phrases REFUND_PHRASES = Phrases.of(
            "refund",
            "refunds",
            "refunded",
            "chargeback",
            "charge back",
            "money back",
            "reembolso",
            "reembolsar",
            "devolucion",
            "devolver el dinero",
            "devuelveme el dinero");

    private static final Phrases DELETE_PHRASES = Phrases.of(
            "delete my data",
            "delete my details",
            "delete my information",
            "delete my info",
            "delete my account",
            "delete data",
            "delete all my data",
            "delete everything you have",
            "erase my data",
            "erase my details",
            "remove my data",
            "remove my details",
            "remove my information",
            "right to be forgotten",
            "forget me",
            "borra mis datos",
            "borrar mis datos",
            "borre mis datos",
            "borrad mis datos",
            "elimina mis datos",
            "eliminar mis datos",
            "derecho al olvido");
    private static final Phrases DATA_PHRASES = Phrases.of(
            "gdpr",
            "subject access",
            "data request",
            "copy of my data",
            "what data do you have",
            "what data do you hold",
            "what information do you have",
            "see my data",
            "export my data",
            "access my data",
            "rgpd",
            "copia de mis datos",
            "que datos tienes",
            "que datos teneis");

    private static final Phrases CANCEL_PHRASES = Phrases.of(
            "cancel my appointment",
            "cancel my booking",
            "cancel my session",
            "cancel my slot",
            "cancel the appointment",
            "cancel the booking",
            "cancel the session",
            "need to cancel",
            "have to cancel",
            "want to cancel",
            "like to cancel",
            "can i cancel",
            "must cancel",
            "gotta cancel",
            "cancel it",
            "cancel everything",
            "cancelar mi cita",
            "cancelar la cita",
            "quiero cancelar",
            "tengo que cancelar",
            "necesito cancelar",
            "anular mi cita",
            "anular la cita");
    private static final Phrases CANCEL_WORDS = Phrases.of("cancel", "cancelar", "anular");

    private static final Phrases MOVE_PHRASES = Phrases.of(
            "reschedule",
            "rescheduling",
            "move it to",
            "move my appointment",
            "move my booking",
            "move my session",
            "move the appointment",
            "change my appointment",
            "change my booking",
            "change the date",
            "change my date",
            "change the time of my",
            "postpone",
            "push it back",
            "cambiar mi cita",
            "cambiar la cita",
            "mover mi cita",
            "mover la cita",
            "aplazar",
            "reprogramar");

    private static final Phrases LATE_PHRASES = Phrases.of(
            "running late",
            "ill be late",
            "i will be late",
            "going to be late",
            "gonna be late",
            "im late",
            "be there late",
            "stuck in traffic",
            "running behind",
            "minutes late",
            "mins late",
            "llego tarde",
            "voy tarde",
            "llegare tarde");

    private static final Phrases HEALING_SUBJECT =
            Phrases.of("my tattoo", "my new tattoo", "the tattoo", "my arm", "my leg", "tatuaje", "mi tatuaje", "it");
    private static final Phrases HEALING_WORRY = Phrases.of(
            "infected",
            "infection",
            "is red",
            "red and",
            "swollen",
            "swelling",
            "pus",
            "oozing",
            "weeping",
            "hot and",
            "and hot",
            "burning",
            "scabbing",
            "peeling",
            "rash",
            "bleeding",
            "infectado",
            "infeccion",
            "hinchado",
            "rojo",
            "supura");

    private static final Phrases START_OVER_PHRASES = Phrases.of(
            "start over",
            "start again",
            "begin again",
            "start from scratch",
            "start afresh",
            "from the beginning",
            "empezar de nuevo",
            "volver a empezar",
            "empezar de cero");
    private static final Phrases WRONG_NUMBER_PHRASES = Phrases.of(
            "wrong number", "wrong person", "wrong chat", "not for you", "numero equivocado", "me he equivocado");
    private static final Phrases CONTINUE_WORDS = Phrases.of(
            "continue",
            "carry on",
            "go on",
            "lets continue",
            "lets carry on",
            "continuar",
            "seguir",
            "sigamos",
            "continua");

    private static final Phrases SPANISH_WORDS = Phrases.of(
            "espanol", "en espanol", "spanish", "in spanish", "castellano", "hablas espanol", "do you speak spanish");
    private static final Phrases ENGLISH_WORDS =
            Phrases.of("english", "in english", "en ingles", "ingles", "do you speak english", "hablas ingles");

    private Intents() {}

    /** The strongest intent of the message; QUESTION, YES and NO only when nothing stronger is in it. */
    public static Intent of(Utterance text) {
        var words = text.words();
        if (words.isEmpty()) {
            return answerIntent(text);
        }
        var bare = withoutPoliteness(words);
        if (isOptOut(words, bare)) {
            return Intent.OPT_OUT;
        }
        var keyword = keyword(bare);
        if (keyword != Intent.NONE) {
            return keyword;
        }
        var phrase = phrase(words);
        return phrase != Intent.NONE ? phrase : answerIntent(text);
    }

    private static boolean isOptOut(List<String> words, List<String> bare) {
        return STOP_WORDS.isAll(bare) || STOP_PHRASES.isIn(words) || isSpelledOutStop(bare);
    }

    /** "s t o p". */
    private static boolean isSpelledOutStop(List<String> bare) {
        return bare.size() == 4 && String.join("", bare).equals("stop");
    }

    private static Intent keyword(List<String> bare) {
        if (OPT_IN_WORDS.isAll(bare)) {
            return Intent.OPT_IN;
        }
        if (HUMAN_WORDS.isAll(bare)) {
            return Intent.HUMAN;
        }
        if (CONTINUE_WORDS.isAll(bare)) {
            return Intent.CONTINUE;
        }
        if (CANCEL_WORDS.isAll(bare)) {
            return Intent.CANCEL_BOOKING;
        }
        if (SPANISH_WORDS.isAll(bare)) {
            return Intent.LANGUAGE_SPANISH;
        }
        return ENGLISH_WORDS.isAll(bare) ? Intent.LANGUAGE_ENGLISH : Intent.NONE;
    }

    private record Rule(Phrases phrases, Intent intent) {}

    /** In order of weight: the first that matches wins. */
    private static final List<Rule> PHRASE_RULES = List.of(
            new Rule(DELETE_PHRASES, Intent.DELETE_DATA),
            new Rule(REFUND_PHRASES, Intent.REFUND),
            new Rule(DATA_PHRASES, Intent.DATA_REQUEST),
            new Rule(BOT_PHRASES, Intent.BOT_IDENTITY),
            new Rule(CANCEL_PHRASES, Intent.CANCEL_BOOKING),
            new Rule(MOVE_PHRASES, Intent.RESCHEDULE),
            new Rule(LATE_PHRASES, Intent.RUNNING_LATE),
            new Rule(WRONG_NUMBER_PHRASES, Intent.WRONG_NUMBER),
            new Rule(START_OVER_PHRASES, Intent.START_OVER));

    private static Intent phrase(List<String> words) {
        if (HUMAN_PHRASES.isIn(words) && !NO_HUMAN_WISH.isIn(words)) {
            return Intent.HUMAN;
        }
        for (var rule : PHRASE_RULES) {
            if (rule.phrases().isIn(words)) {
                return rule.intent();
            }
        }
        return HEALING_SUBJECT.isIn(words) && HEALING_WORRY.isIn(words) ? Intent.AFTERCARE : Intent.NONE;
    }

    private static Intent answerIntent(Utterance text) {
        return switch (YesNo.read(text)) {
            case Reading.Understood<YesNo> answer -> answer.value() == YesNo.YES ? Intent.YES : Intent.NO;
            default -> Topics.asksSomething(text) ? Intent.QUESTION : Intent.NONE;
        };
    }

    private static List<String> withoutPoliteness(List<String> words) {
        var rest = new ArrayList<String>(words.size());
        for (int at = 0; at < words.size(); ) {
            var polite = POLITENESS.lengthAt(words, at, words.size());
            if (polite == 0) {
                rest.add(words.get(at));
            }
            at += Math.max(1, polite);
        }
        return rest;
    }
}
