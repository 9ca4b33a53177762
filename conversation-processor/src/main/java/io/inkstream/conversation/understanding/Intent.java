package io.inkstream.conversation.understanding;

/** What a client's words ask for, whatever question is open. */
public enum Intent {
    OPT_OUT,
    OPT_IN,
    HUMAN,
    BOT_IDENTITY,
    REFUND,
    DELETE_DATA,
    DATA_REQUEST,
    CANCEL_BOOKING,
    RESCHEDULE,
    RUNNING_LATE,
    AFTERCARE,
    START_OVER,
    WRONG_NUMBER,
    CONTINUE,
    LANGUAGE_ENGLISH,
    LANGUAGE_SPANISH,
    QUESTION,
    YES,
    NO,
    NONE
}
