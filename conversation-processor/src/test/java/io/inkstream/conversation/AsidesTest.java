package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said beside the answer: questions to the studio, small talk, cover-ups, ages. */
class AsidesTest {
    @Test
    void knownQuestion_isAnsweredAndTheQuestionStands() {
        Talk.with(Studios.studio().answers(Map.of("address", "We are in London.")))
                .says("A fine line dragon curling round my arm")
                .quietly()
                .says("where is the studio?")
                .repliesSaying("answer.address", "We are in London.", "Where on your body")
                .asks("placement")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @Test
    void questionThatIsAnAnswer_isTaken() {
        Talk.upTo(Question.STYLE).says("Can you do fine line?").replies("question.complexity");
    }

    @Test
    void question_atAMeasure_costsNoStrike() {
        Talk.upTo(Question.DIMENSIONS)
                .says("what do people usually take?")
                .replies("answer.noted")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "hello", "thanks", "🙏", "yes"})
    void smallTalk_atTheIdea_repeatsTheQuestion(String text) {
        Talk.begin().says("hi").quietly().says(text).replies("question.idea").asks("idea");
    }

    @Test
    void coverUp_yes_goesToTheArtistAndReturnsToTheNextQuestion() {
        Talk.upTo(Question.COVERUP)
                .says("yes")
                .replies("handover.coverup")
                .hasStatus(Status.NEEDS_ARTIST_REPLY)
                .says("CONTINUE")
                .replies("question.reference_images");
    }

    @Test
    void coverUp_denied_isNoCoverUp() {
        Talk.upTo(Question.COVERUP).says("no, not a cover up").replies("question.reference_images");
    }

    @Test
    void somebodyElse_isAskedForTheirAge() {
        Talk.upTo(Question.STYLE)
                .says("I'd like to book it for my daughter")
                .replies("age.ask")
                .taps("age:adult")
                .replies("question.style")
                .hasStatus(Status.QUALIFYING);
    }

    @Test
    void minor_isRefusedAndHearsItAtMostOnceADay() {
        Talk.upTo(Question.STYLE)
                .says("I'm 16 btw")
                .replies("age.refused")
                .hasStatus(Status.REJECTED)
                .hasLead(lead -> assertThat(lead.handoverReason()).isEqualTo("UNDER_AGE"))
                .says("please")
                .silent()
                .after(Duration.ofHours(25))
                .says("please")
                .replies("age.refused")
                .says("I am 18 now")
                .replies("welcome");
    }
}
