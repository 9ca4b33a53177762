package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Lines that were written before the question was put. */
class LateLinesTest {
    @Test
    void lateLine_isAddedToTheAnswerBeforeAndNotAnswered() {
        Talk.upTo(Question.PLACEMENT)
                .saidEarlier(Duration.ofSeconds(30), "with little clouds")
                .silent()
                .asks("placement")
                .hasAnswer("idea", idea -> assertThat(idea.text()).endsWith("arm\nwith little clouds"));
    }

    @Test
    void lateLine_beforeAnyAnswer_isTheIdeaAndGrows() {
        Talk.begin()
                .says("hi")
                .quietly()
                .saidEarlier(Duration.ofSeconds(30), "I want a dragon")
                .silent()
                .says("with little clouds")
                .replies("question.placement")
                .hasAnswer("idea", idea -> assertThat(idea.text()).isEqualTo("I want a dragon\nwith little clouds"));
    }

    @Test
    void lateLine_thatFitsTheOpenQuestion_isOfferedWhenItIsPutAgain() {
        Talk.upTo(Question.DIMENSIONS)
                .saidEarlier(Duration.ofSeconds(30), "10x15cm")
                .silent()
                .asks("dimensions")
                .after(Duration.ofHours(13))
                .repliesSaying("reminder.qualifying.1", "10x15cm", "Is that right?")
                .says("yes")
                .replies("question.style");
    }

    @Test
    void lateStop_actsAnyway() {
        Talk.upTo(Question.DIMENSIONS)
                .saidEarlier(Duration.ofMinutes(5), "STOP")
                .replies("optout.confirmed");
    }

    @Test
    void messageOfTheSameSecond_isNotLate() {
        Talk.upTo(Question.DIMENSIONS)
                .saidEarlier(Duration.ofSeconds(3), "10x15cm")
                .replies("question.style");
    }

    @Test
    void lateSize_belongsToNoAnswerInWords() {
        Talk.upTo(Question.COMPLEXITY)
                .saidEarlier(Duration.ofSeconds(30), "10x15cm")
                .silent()
                .hasAnswer("style", style -> assertThat(style.text()).isEqualTo("fine line"));
    }
}
