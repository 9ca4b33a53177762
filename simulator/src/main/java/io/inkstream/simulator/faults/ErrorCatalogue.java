package io.inkstream.simulator.faults;

import io.inkstream.simulator.http.Answer;
import org.jspecify.annotations.Nullable;

/** One service's own errors, as it writes them. */
public interface ErrorCatalogue {

    /** The error of that code; without a code, what the service says with that HTTP status. */
    Answer error(int status, @Nullable String code);
}
