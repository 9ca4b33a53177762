package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig.Switches;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several values in one message, and words that answer another question. */
class BundlesTest {
    @ParameterizedTest
    @CsvSource({
        "PLACEMENT, 10x15cm, guard.wrong-field",
        "PLACEMENT, 500, guard.wrong-field",
        "STYLE, £50, guard.wrong-field",
        "STYLE, £600 and my insta is @jane, guard.one-at-a-time",
        "LOCATION_CITY, 'anywhere, realism, £700', guard.one-at-a-time"
    })
    void wordsThatAnswerSomethingElse_advanceNothing(Question open, String text, String copyKey) {
        Talk.upTo(open).says(text).replies(copyKey).asks(open.key());
    }

    @Test
    void wrongField_isKeptForItsOwnQuestion() {
        Talk.upTo(Question.PLACEMENT)
                .says("10x15cm")
                .replies("guard.wrong-field")
                .says("left forearm")
                .repliesSaying("confirm.suggested", "10x15cm")
                .says("no")
                .replies("question.dimensions")
                .says("5x5cm")
                .replies("question.style");
    }

    @Test
    void suggestion_canBeAnsweredByAnotherValue() {
        Talk.upTo(Question.PLACEMENT)
                .says("left forearm, about 10x15cm")
                .repliesSaying("confirm.suggested", "10x15cm")
                .says("make it 12x12cm")
                .replies("question.style")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("12"));
    }

    @Test
    void suggestion_canBeTapped() {
        Talk.upTo(Question.PLACEMENT)
                .says("left forearm, about 10x15cm")
                .quietly()
                .taps("suggested:yes")
                .replies("question.style");
    }

    @Test
    void suggestion_isShownAsSuchAndIsNoAnswer() {
        Talk.upTo(Question.STYLE)
                .says("realism, budget £600")
                .replies("question.complexity")
                .hasAnswer("budget", budget -> {
                    assertThat(budget.suggested()).isEqualTo("£600");
                    assertThat(budget.amountMinor()).isNull();
                });
    }

    @Test
    void contradiction_isAskedAboutAndYesChangesIt() {
        Talk.upTo(Question.STYLE)
                .says("fine line, and 20x20cm please")
                .repliesSaying("confirm.changed", "10 x 15 cm", "20x20cm")
                .says("yes")
                .replies("question.complexity")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("20"));
    }

    @Test
    void contradiction_refused_keepsTheFirstAnswer() {
        Talk.upTo(Question.STYLE)
                .says("fine line, and 20x20cm please")
                .quietly()
                .taps("changed:no")
                .replies("question.complexity")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("10"));
    }

    @Test
    void contradiction_ignored_isReadAsTheNextAnswer() {
        Talk.upTo(Question.STYLE)
                .says("fine line, and 20x20cm please")
                .quietly()
                .says("3")
                .replies("question.coverup")
                .hasAnswer("dimensions", size -> assertThat(size.widthCm()).isEqualByComparingTo("10"));
    }

    @Test
    void strictBundles_askEveryBundleAgainAndKeepNothing() {
        var strict = new Switches(false, false, List.of(), true);

        Talk.with(Studios.studio().switches(strict))
                .says("A fine line dragon curling round my arm")
                .quietly()
                .says("forearm, 10x15cm, £500")
                .replies("guard.one-at-a-time")
                .says("forearm")
                .replies("question.dimensions");
    }

    @Test
    void barely_plausibleValues_areAskedBack() {
        Talk.upTo(Question.DIMENSIONS)
                .says("12")
                .repliesSaying("confirm.suggested", "12 x 12 cm")
                .says("yes")
                .replies("question.style")
                .hasAnswer("dimensions", size -> assertThat(size.heightCm()).isEqualByComparingTo("12"));
    }

    @Test
    void enormousBudget_isAskedBack() {
        Talk.upTo(Question.BUDGET)
                .says("400k")
                .repliesSaying("confirm.suggested", "£400,000")
                .says("no")
                .replies("question.budget");
    }
}
