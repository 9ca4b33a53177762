package io.inkstream.outbound.stub;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.outbound.Facts;
import io.inkstream.schemas.outbound.OutboundCommand.FactsOnly;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.outbound.Template;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The commands of one conversation; names only what matters to a test, the rest has boring defaults. */
public final class Commands {
    private final String studio;
    private final String phone;
    private long seq;

    private Commands(String studio, String phone) {
        this.studio = studio;
        this.phone = phone;
    }

    /** A conversation that nobody else uses. */
    public static Commands newConversation() {
        return new Commands(
                "studio", "44" + ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 9_999_999_999_999L));
    }

    public static Commands newConversation(String studio) {
        return new Commands(studio, newConversation().phone);
    }

    public String key() {
        return studio + "/" + phone;
    }

    public String address() {
        return "+" + phone;
    }

    public String phone() {
        return phone;
    }

    public String contactId() {
        return Ids.contactId(key());
    }

    /** The next message of the client's lane. */
    public Draft text(String text) {
        return at(++seq, text);
    }

    /** A message at a certain place of the lane. */
    public Draft at(long laneSeq, String text) {
        seq = laneSeq;
        return new Draft(laneSeq, text);
    }

    public FactsOnly facts(Consent consent, @Nullable Instant lastInboundAt) {
        var id = Ids.derived(key(), "facts", ThreadLocalRandom.current().nextInt());
        return new FactsOnly(id, Instant.now(), studio, contactId(), new Facts(recipient(), consent, lastInboundAt));
    }

    private Recipient recipient() {
        return new Recipient(Role.CLIENT, phone, null);
    }

    /** One command in the making. */
    public final class Draft {
        private final long laneSeq;
        private OutboundMessage message;
        private MessageClass messageClass = MessageClass.CONVERSATIONAL;
        private @Nullable Instant lastInboundAt = Instant.now();
        private @Nullable Template template;
        private @Nullable Instant notAfter;
        private boolean allowAfterOptOut;
        private Consent consent = Consent.GRANTED;

        private Draft(long laneSeq, String text) {
            this.laneSeq = laneSeq;
            this.message = new OutboundMessage.Text(text);
        }

        public Draft message(OutboundMessage newMessage) {
            message = newMessage;
            return this;
        }

        public Draft ofClass(MessageClass newClass) {
            messageClass = newClass;
            return this;
        }

        public Draft lastInboundAt(@Nullable Instant time) {
            lastInboundAt = time;
            return this;
        }

        public Draft template(Template newTemplate) {
            template = newTemplate;
            return this;
        }

        public Draft notAfter(Instant time) {
            notAfter = time;
            return this;
        }

        public Draft consent(Consent newConsent) {
            consent = newConsent;
            return this;
        }

        public Draft evenAfterOptOut() {
            allowAfterOptOut = true;
            return this;
        }

        public SendMessage command() {
            return new SendMessage(
                    Ids.derived(key(), "test", (int) laneSeq),
                    Instant.now(),
                    studio,
                    "106540352242922",
                    contactId(),
                    null,
                    contactId() + "|CLIENT",
                    laneSeq,
                    new Facts(recipient(), consent, lastInboundAt),
                    "question.style",
                    "en-GB",
                    messageClass,
                    message,
                    template,
                    notAfter,
                    allowAfterOptOut,
                    null);
        }
    }
}
