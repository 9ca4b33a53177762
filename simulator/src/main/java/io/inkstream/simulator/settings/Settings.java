package io.inkstream.simulator.settings;

import org.springframework.stereotype.Component;

/** The switches as they stand now; changes last until the restart. */
@Component
public final class Settings {
    private volatile Switches current;

    public Settings(Switches initial) {
        this.current = initial;
    }

    public Switches current() {
        return current;
    }

    void change(Switches changed) {
        current = changed;
    }
}
