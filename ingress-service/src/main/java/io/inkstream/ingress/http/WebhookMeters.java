package io.inkstream.ingress.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Webhooks of one source by outcome; registered beforehand, so that counting needs no look-up by name. */
final class WebhookMeters {
    private final Map<Answer, Counter> byAnswer = new EnumMap<>(Answer.class);
    private final Counter signatureFailures;

    WebhookMeters(MeterRegistry meters, String source) {
        for (var answer : Answer.values()) {
            byAnswer.put(
                    answer, meters.counter("inkstream.ingress.webhooks", "source", source, "outcome", answer.tag()));
        }
        this.signatureFailures = meters.counter("inkstream.ingress.signature.failures", "source", source);
    }

    void count(Answer answer) {
        var counter = byAnswer.get(answer);
        if (counter != null) {
            counter.increment();
        }
        if (answer == Answer.BAD_SIGNATURE) {
            signatureFailures.increment();
        }
    }
}
