package io.inkstream.admin.commands;

import io.inkstream.admin.commands.CommandView.Outcome;
import io.inkstream.admin.live.CommitSignal;
import io.inkstream.admin.web.Problem;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadInstruction.LeadCommand;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a command to the log and waits for what the conversation makes of it. */
@Service
class CommandDesk {
    /** Looks at least this often, should a wake-up be lost with a connection. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final CommandStore store;
    private final CommandPublisher publisher;
    private final CommitSignal signal;
    private final BusinessClock clock;
    private final CommandProperties settings;

    CommandDesk(
            CommandStore store,
            CommandPublisher publisher,
            CommitSignal signal,
            BusinessClock clock,
            CommandProperties settings) {
        this.store = store;
        this.publisher = publisher;
        this.signal = signal;
        this.clock = clock;
        this.settings = settings;
    }

    /** Who asks, and through which door. */
    record Asker(String actor, String door, Trace trace) {}

    /** The outcome, or PENDING when it is not decided in time. A known commandId gets its first outcome again. */
    CommandView submit(String leadId, String commandId, CommandRequest request, Asker asker) {
        var known = store.find(commandId);
        known.ifPresent(first -> requireSameLead(first.leadId(), leadId));
        if (known.isPresent() && known.get().outcome() != Outcome.PENDING) {
            return known.get();
        }
        var action = CommandForm.read(request);
        if (CommandForm.needsVersion(action) && request.expectedVersion() == null) {
            throw Problem.badRequest(
                    "bad-command", "expectedVersion must name the version of the lead that the person saw.");
        }
        var addressee = store.addressee(leadId)
                .orElseThrow(
                        () -> Problem.notFound("unknown-lead", "There is no such lead, or its contact was erased."));
        var first = store.remember(commandId, leadId, String.valueOf(request.type()), asker.actor(), clock.instant());
        requireSameLead(first, leadId); // another lead's command of this id came at the same moment
        publisher.publish(
                addressee.conversationKey(), command(addressee, commandId, request, action, asker), asker.trace());
        return outcomeOf(commandId).orElseGet(() -> store.find(commandId).orElseThrow());
    }

    Optional<CommandView> find(String commandId) {
        return store.find(commandId);
    }

    private LeadCommand command(
            CommandStore.Addressee addressee,
            String commandId,
            CommandRequest request,
            LeadAction action,
            Asker asker) {
        return new LeadCommand(
                commandId,
                clock.instant(),
                addressee.studio(),
                addressee.leadId(),
                request.expectedVersion(),
                asker.actor(),
                asker.door(),
                action);
    }

    private Optional<CommandView> outcomeOf(String commandId) {
        var deadline = System.nanoTime() + settings.outcomeWait().toNanos();
        try {
            while (true) {
                var count = signal.count();
                var decided = store.decided(commandId);
                var left = Duration.ofNanos(deadline - System.nanoTime());
                if (decided.isPresent() || left.isNegative()) {
                    return decided;
                }
                signal.awaitAfter(count, left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void requireSameLead(@Nullable String first, String leadId) {
        if (first != null && !first.equals(leadId)) {
            throw Problem.conflict(
                    "command-id-taken", "This commandId was used for another lead.", Map.of("leadId", first));
        }
    }
}
