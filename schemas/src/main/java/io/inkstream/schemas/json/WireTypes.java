package io.inkstream.schemas.json;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.identity.IdentityAlias;
import io.inkstream.schemas.inbound.AccountNotice;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageStatus;
import io.inkstream.schemas.inbound.Unroutable;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.LeadInstruction;
import io.inkstream.schemas.outbound.LedgerEntry;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.outbound.SendReceipt;
import io.inkstream.schemas.payment.PaymentEvent;
import io.inkstream.schemas.sheets.SheetRow;
import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.system.SystemEvent;
import java.util.List;

/** Every type that may stand on a topic. A new one is added here, with its JSON Schema and its golden file. */
public final class WireTypes {
    public static final List<Class<? extends WireRecord>> LIST = List.of(
            InboundMessage.class,
            MessageStatus.class,
            AccountNotice.class,
            Unroutable.class,
            IdentityAlias.class,
            Contact.class,
            LeadInstruction.LeadCommand.class,
            LeadInstruction.TimerFired.class,
            DecisionRecord.class,
            OutboundCommand.SendMessage.class,
            OutboundCommand.FactsOnly.class,
            SendReceipt.class,
            LedgerEntry.class,
            SheetRow.class,
            PaymentEvent.class,
            StudioConfig.class,
            SystemEvent.class,
            DeadLetter.class);

    static final Class<?>[] ALL = LIST.toArray(Class<?>[]::new);

    private WireTypes() {}
}
