package io.inkstream.simulator.clock;

import java.time.Duration;

/** Something that is due by the business clock, such as the expiry of a checkout session. */
public interface FollowsClock {

    /** Called after every service has the new time: does what became due, and waits until the pipeline was told of it. */
    void clockAdvanced(Duration patience);
}
