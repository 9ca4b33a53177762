package io.inkstream.simulator.whatsapp;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The numbers of all studios. */
@Component
public final class BusinessNumbers {
    private final List<BusinessNumber> numbers;

    BusinessNumbers(WhatsAppProperties properties) {
        this.numbers = properties.numbers();
    }

    public List<BusinessNumber> all() {
        return numbers;
    }

    /** The number meant when a request names none. */
    public BusinessNumber usual() {
        return numbers.getFirst();
    }

    public Optional<BusinessNumber> withId(String phoneNumberId) {
        for (var number : numbers) { // on the path of every send: no stream
            if (number.phoneNumberId().equals(phoneNumberId)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /** By id, by the digits people dial, or by studio. */
    public Optional<BusinessNumber> named(String name) {
        var digits = name.replaceFirst("^\\+", "");
        return numbers.stream()
                .filter(number -> number.phoneNumberId().equals(name)
                        || number.displayPhone().equals(digits)
                        || number.studio().equals(name))
                .findFirst();
    }
}
