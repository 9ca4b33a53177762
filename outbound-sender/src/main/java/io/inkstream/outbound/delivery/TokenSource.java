package io.inkstream.outbound.delivery;

/** Where the tokens of numbers come from. Neither method waits. */
interface TokenSource {

    /** Asks for so many tokens; the answer comes by {@link SendGate#receive}, exactly once. */
    void ask(String phoneNumberId, int wanted);

    /** The number has hit its limit. */
    void slow(String phoneNumberId);
}
