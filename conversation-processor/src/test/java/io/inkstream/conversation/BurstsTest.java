package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.LeadAction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Several lines, one thought: where the studio waits for a moment's silence, they are one answer. */
class BurstsTest {
    private static final Duration SETTLED = Duration.ofSeconds(5);

    @Test
    void lines_ofOneBurst_areOneAnswerWithOneQuestionAfterIt() {
        patient()
                .says("a dragon")
                .says("roses all around")
                .says("in the style of my grandfather's vase")
                .silent()
                .after(SETTLED)
                .replies("question.placement")
                .hasAnswer(
                        "idea",
                        idea -> assertThat(idea.text())
                                .isEqualTo("a dragon\nroses all around\nin the style of my grandfather's vase"))
                .says("on my arm")
                .silent()
                .after(SETTLED)
                .replies("question.dimensions");
    }

    @Test
    void endlessBurst_isAskedAfterTwentySeconds() {
        var talk = patient().says("a dragon");
        for (int line = 0; line < 12; line++) {
            talk.after(Duration.ofSeconds(1)).says("more and more clouds");
        }
        talk.replies("question.placement");
    }

    @Test
    void figure_inABurst_isAnsweredAtOnce() {
        patient()
                .says("a dragon")
                .silent()
                .says("10x15cm")
                .replies("guard.wrong-field")
                .asks("placement");
    }

    @Test
    void question_inABurst_isAnsweredAtOnceWithTheNextQuestion() {
        patient()
                .says("a dragon")
                .silent()
                .says("how much would it be?")
                .repliesSaying("answer.price", "Where on your body")
                .asks("placement")
                .after(Duration.ofMinutes(1))
                .silent();
    }

    @Test
    void stop_inABurst_isStop_andTheWayBackAsksTheNextQuestion() {
        patient()
                .says("a dragon")
                .says("stop")
                .replies("optout.confirmed")
                .after(Duration.ofMinutes(1))
                .silent()
                .says("start")
                .replies("optin.resumed")
                .asks("placement");
    }

    @Test
    void measures_andTaps_areAnsweredAtOnce() {
        patient()
                .says("a dragon")
                .after(SETTLED)
                .says("left forearm")
                .after(SETTLED)
                .quietly()
                .says("10x15cm")
                .replies("question.style");
    }

    @Test
    void artistsMessage_endsTheBurst() {
        patient()
                .says("a dragon")
                .command(new LeadAction.Ask("Hi, Robin here!"))
                .replies("artist.message")
                .asks("placement")
                .after(Duration.ofMinutes(1))
                .silent();
    }

    @Test
    void withoutTheSetting_everyLineIsAnswered() {
        Talk.begin().says("hi").quietly().says("a dragon").replies("question.placement");
    }

    private static Talk patient() {
        return Talk.with(Studios.studio().settling(Duration.ofSeconds(4)))
                .says("hi")
                .replies("welcome");
    }
}
