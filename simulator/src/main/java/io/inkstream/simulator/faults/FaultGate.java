package io.inkstream.simulator.faults;

import io.inkstream.simulator.http.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every call that can be troubled passes here on its way in and out. */
@Component
public final class FaultGate {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Faults faults;

    FaultGate(Faults faults) {
        this.faults = faults;
    }

    /**
     * Does the work unless a fault forbids it, and answers what the fault leaves of the answer.
     *
     * @param about facts of the call that a fault's {@code match} may name
     * @throws ConnectionBroken when the client gets no answer at all
     */
    public Answer through(
            Target target,
            Map<String, String> about,
            ErrorCatalogue errors,
            HttpServletRequest request,
            Supplier<Answer> work) {
        var fault = faults.next(target, about);
        if (fault == null) {
            return work.get();
        }
        return switch (fault.kind()) {
            case STATUS -> {
                pause(fault.delay());
                yield refusal(fault, errors);
            }
            case DELAY -> {
                var answer = work.get();
                pause(fault.delay());
                yield answer;
            }
            case DROP_AFTER_ACCEPT -> {
                var _ = work.get();
                pause(fault.delay());
                throw Connections.reset(request);
            }
            case RESET -> {
                pause(fault.delay());
                throw Connections.reset(request);
            }
        };
    }

    private static Answer refusal(Fault fault, ErrorCatalogue errors) {
        var body = fault.body();
        if (body == null) {
            return errors.error(fault.status(), fault.code());
        }
        return body.isString()
                ? Answer.text(fault.status(), "text/html; charset=UTF-8", body.stringValue())
                : Answer.json(fault.status(), JSON.writeValueAsBytes(body));
    }

    private static void pause(Duration delay) {
        if (delay.isZero()) {
            return;
        }
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
