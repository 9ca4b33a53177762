package io.inkstream.ingress.http;

import io.inkstream.ingress.publish.PublishOutcome;
import io.inkstream.ingress.publish.Trace;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One webhook: read the raw bytes, check their signature, split them into records, publish, wait for the broker, answer.
 * A plain servlet, because a dispatcher and filters would cost as much as all of that. It blocks: each request has a
 * virtual thread of its own.
 */
public class WebhookServlet extends HttpServlet {
    private static final Logger log = LoggerFactory.getLogger(WebhookServlet.class);

    private final transient WebhookSource source;
    private final transient WebhookIntake intake;
    private final transient BodyReader bodies;
    private final transient WebhookMeters meters;

    public WebhookServlet(WebhookSource source, WebhookIntake intake) {
        this.source = source;
        this.intake = intake;
        this.bodies = new BodyReader(source.bodyMax(), intake.bodyProperties());
        this.meters = new WebhookMeters(intake.meters(), source.name());
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            post(request, response);
        } else {
            other(request, response);
        }
    }

    /** Anything but a POST. */
    protected void other(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "POST");
        Problems.write(response, 405, "method_not_allowed", "Method not allowed", "Webhooks are sent by POST.");
    }

    private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var trace = TraceHeaders.of(request);
        response.setHeader(TraceHeaders.CORRELATION_ID, trace.correlationId());
        var answer = answer(request, trace);
        meters.count(answer);
        write(response, answer, trace.correlationId());
    }

    private Answer answer(HttpServletRequest request, Trace trace) throws IOException {
        try (var memory = intake.memory().share()) {
            if (!intake.gate().open()) {
                return Answer.NOT_READY;
            }
            var body = bodies.read(request, memory);
            if (!source.signed(request, body)) {
                intake.alarm().raise(source.name(), trace.correlationId());
                return Answer.BAD_SIGNATURE;
            }
            return publish(body, trace);
        } catch (Refused e) {
            return e.answer();
        } catch (RuntimeException e) { // a bug of ours: the provider keeps the webhook and sends it again
            log.atError()
                    .addKeyValue("source", source.name())
                    .addKeyValue("correlationId", trace.correlationId())
                    .setCause(e)
                    .log("a webhook could not be handled");
            return Answer.BROKEN;
        }
    }

    private Answer publish(byte[] body, Trace trace) throws Refused {
        return switch (intake.publisher().publish(source.records(body), trace)) {
            case PublishOutcome.Acknowledged _ -> Answer.ACCEPTED;
            case PublishOutcome.Full _ -> Answer.FULL;
            case PublishOutcome.Failed failed -> {
                log.atWarn()
                        .addKeyValue("source", source.name())
                        .addKeyValue("correlationId", trace.correlationId())
                        .addKeyValue("outcome", failed.why())
                        .log("a webhook could not be stored; the provider will send it again");
                yield Answer.NOT_PUBLISHED;
            }
        };
    }

    private void write(HttpServletResponse response, Answer answer, String correlationId) throws IOException {
        if (answer.accepted()) {
            response.setContentLength(0);
            return;
        }
        if (answer.retryable()) {
            response.setHeader("Retry-After", intake.retryAfterSeconds());
        } else {
            log.atLevel(answer.concernsSignedBody() ? Level.WARN : Level.DEBUG) // strangers must not fill the log
                    .addKeyValue("source", source.name())
                    .addKeyValue("correlationId", correlationId)
                    .addKeyValue("outcome", answer.tag())
                    .log("a webhook was refused");
        }
        Problems.write(response, answer.status(), answer.tag(), answer.title(), answer.detail());
    }
}
