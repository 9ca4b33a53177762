package io.inkstream.ingress.http;

/** Ends the handling of a webhook with an answer other than 200. Carries no stack trace: it is an expected outcome. */
public final class Refused extends Exception {
    private final Answer answer;

    public Refused(Answer answer) {
        super(answer.title(), null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
