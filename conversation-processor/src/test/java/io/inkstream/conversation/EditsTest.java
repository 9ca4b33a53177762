package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.inbound.MessageContent;
import org.junit.jupiter.api.Test;

/** Answers that are changed, by words or by taps. */
class EditsTest {
    @Test
    void change_withAValue_isDoneAtOnce() {
        Talk.upTo(Question.LOCATION_CITY)
                .says("change budget to 600")
                .repliesSaying("edit.done", "£600", "Which city do you live in?")
                .asks("location_city")
                .hasAnswer("budget", budget -> assertThat(budget.amountMinor()).isEqualTo(600_00));
    }

    @Test
    void change_withoutAValue_asksThatQuestionAndComesBack() {
        Talk.upTo(Question.BUDGET)
                .says("change size")
                .replies("question.dimensions")
                .says("5x5cm")
                .replies("question.budget")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("5"));
    }

    @Test
    void change_ofSomething_showsTheRecap() {
        Talk.upTo(Question.BUDGET).says("change something").repliesSaying("edit.which", "dragon", "10 x 15 cm");
    }

    @Test
    void numberOfTheRecap_namesWhatToChange() {
        Talk.submitted()
                .says("change something")
                .repliesSaying("edit.which", "1. idea", "3. size")
                .says("3")
                .replies("question.dimensions")
                .says("8x8")
                .replies("edit.done");
    }

    @Test
    void nameAlone_afterTheRecap_isEnough() {
        Talk.upTo(Question.COMPLEXITY)
                .says("change something")
                .quietly()
                .says("size to 8x8")
                .replies("edit.done")
                .says("2")
                .replies("question.coverup")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("8"));
    }

    @Test
    void change_ofWhatWasNeverAnswered_isAnAnswer() {
        Talk.begin()
                .says("hi")
                .quietly()
                .says("change of seasons with four trees")
                .replies("question.placement");
    }

    @Test
    void taps_actOnTheirIds() {
        Talk.upTo(Question.COMPLEXITY)
                .taps("complexity:3")
                .replies("question.coverup")
                .taps("coverup:no")
                .replies("question.reference_images")
                .hasAnswer("complexity", level -> assertThat(level.text()).isEqualTo("3"));
    }

    @Test
    void oldTap_editsItsField() {
        Talk.upTo(Question.BUDGET)
                .taps("complexity:3")
                .repliesSaying("edit.done", "budget")
                .asks("budget")
                .taps("complexity:3")
                .ignored("tapped-again");
    }

    @Test
    void unknownTap_repeatsTheQuestion() {
        Talk.upTo(Question.BUDGET).taps("nonsense").replies("question.budget");
    }

    @Test
    void templateButton_countsByItsTitle() {
        Talk.upTo(Question.BUDGET)
                .sends(new MessageContent.Tap("payload", "STOP", MessageContent.TapSource.TEMPLATE))
                .replies("optout.confirmed");
    }
}
