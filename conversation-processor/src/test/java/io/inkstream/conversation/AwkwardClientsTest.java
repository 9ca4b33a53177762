package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People as they are: one thought in five lines, second thoughts, jokes, emoji, insults, and long absences. */
class AwkwardClientsTest {
    @Test
    void oneThoughtInShortLines_becomesOneIdea() {
        Talk.begin()
                .says("hi")
                .quietly()
                .says("a dragon")
                .replies("question.placement")
                .says("with roses around it")
                .replies("question.placement")
                .says("and some clouds")
                .replies("question.placement")
                .says("on my arm")
                .replies("question.dimensions")
                .says("about 10cm")
                .replies("question.style")
                .hasAnswer(
                        "idea",
                        idea -> assertThat(idea.text()).isEqualTo("a dragon\nwith roses around it\nand some clouds"))
                .hasAnswer("placement", place -> assertThat(place.text()).isEqualTo("on my arm"));
    }

    @Test
    void wishForATattoo_isNoIdeaYet() {
        Talk.begin().says("hey there").quietly().says("I'd love a tattoo").replies("question.idea");
    }

    @Test
    void secondThought_aboutThePlacement_isAskedBackAndTaken() {
        Talk.upTo(Question.STYLE)
                .says("hmm no wait I'd rather have it on my thigh")
                .repliesSaying("confirm.changed", "left forearm", "\"on my thigh\"")
                .says("yes")
                .replies("question.style")
                .hasAnswer("placement", place -> assertThat(place.text()).isEqualTo("on my thigh"));
    }

    @Test
    void secondThought_aboutTheSize_isNoStyle() {
        Talk.upTo(Question.STYLE)
                .says("actually make it 20x20")
                .repliesSaying("confirm.changed", "10 x 15 cm", "20x20")
                .says("no")
                .replies("question.style")
                .hasLead(lead -> assertThat(lead.answers()).doesNotContainKey("style"));
    }

    @Test
    void secondThought_aboutTheIdea_isAskedBack() {
        Talk.upTo(Question.COVERUP)
                .says("actually I want a tiger instead")
                .repliesSaying("confirm.changed", "dragon", "\"a tiger\"")
                .says("yes please")
                .replies("question.coverup")
                .hasAnswer("idea", idea -> assertThat(idea.text()).isEqualTo("a tiger"));
    }

    @Test
    void otherPlace_saidInPassing_costsNoStrike() {
        Talk.upTo(Question.BUDGET)
                .says("on my calf")
                .repliesSaying("confirm.changed", "on my calf")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @Test
    void secondThought_whileTheArtistDecides_isAskedBackAndRefreshesTheNotice() {
        Talk.submitted()
                .says("actually can we make it 12x20?")
                .repliesSaying("confirm.changed", "12x20")
                .says("yes")
                .replies("edit.done")
                .tellsArtist("artist.new-lead")
                .hasStatus(Status.PENDING_APPROVAL)
                .asks(null);
    }

    @Test
    void secondThought_takenBackWhileTheArtistDecides_changesNothing() {
        Talk.submitted()
                .says("I changed my mind, I'd like it on my thigh instead")
                .replies("confirm.changed")
                .says("no")
                .replies("review.waiting")
                .asks(null)
                .hasAnswer("placement", place -> assertThat(place.text()).isEqualTo("left forearm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"😂😂", "👍", "haha just kidding", "lol", "hello?", "ok", "thanks!"})
    void wordsThatSayNothing_costNoStrike(String nothing) {
        Talk.upTo(Question.BUDGET)
                .says(nothing)
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty())
                .asks("budget")
                .replies("question.budget");
    }

    @Test
    void thanks_whileAPersonHasTheConversation_getsNoHoldingNote() {
        Talk.upTo(Question.BUDGET)
                .says("human please")
                .replies("handover.human")
                .says("ok thanks")
                .silent()
                .says("hello?")
                .replies("handover.holding");
    }

    @Test
    void anyNews_afterAYear_isNoIdea() {
        Talk.submitted()
                .after(Duration.ofDays(365))
                .quietly()
                .says("hello any news?")
                .replies("welcome")
                .asks("idea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"you are useless", "this bot is shit"})
    void insult_isNoAnswer(String insult) {
        Talk.upTo(Question.STYLE).says(insult).replies("guard.respect").asks("style");
    }

    @Test
    void yes_toTheWelcomeBack_carriesOn() {
        Talk.upTo(Question.BUDGET)
                .after(Duration.ofDays(3))
                .quietly()
                .says("hey, sorry, I was busy")
                .replies("welcome.back")
                .says("yes")
                .replies("question.budget")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @Test
    void valueOfAReturningClient_isOffered() {
        Talk.upTo(Question.BUDGET)
                .after(Duration.ofDays(3))
                .quietly()
                .says("£450")
                .repliesSaying("welcome.back", "£450", "Is that right?")
                .hasAnswer("budget", budget -> assertThat(budget.amountMinor()).isNull())
                .says("yes")
                .replies("question.location_city")
                .hasAnswer("budget", budget -> assertThat(budget.amountMinor()).isEqualTo(450_00));
    }

    @Test
    void motherForHerSon_isAskedForHisAge() {
        Talk.begin()
                .says("hi, I'm asking for my son, he'd like a tattoo for his birthday")
                .replies("age.ask")
                .says("he's 17")
                .replies("age.refused")
                .hasStatus(Status.REJECTED);
        Talk.begin()
                .says("hi my son wants a tattoo, can you do it?")
                .replies("age.ask")
                .says("he is 19")
                .replies("question.idea");
    }

    @Test
    void questionWhileWaiting_isNeverMetWithSilence() {
        Talk.submitted()
                .says("any update?")
                .replies("review.waiting")
                .says("can I bring a friend?")
                .replies("answer.noted")
                .says("and my dog?")
                .silent();
    }

    @Test
    void minorWhoTurned18_isWelcome() {
        Talk.begin()
                .says("I'm 17 but my mum will sign")
                .replies("age.refused")
                .says("I turned 18 yesterday")
                .replies("welcome");
    }

    @Test
    void partOfTheBodyInASentence_isNoOtherPlacement() {
        Talk.upTo(Question.STYLE)
                .says("don't stop the line at the elbow please")
                .replies("question.complexity");
    }

    @Test
    void whatIsACoverUp_isExplained() {
        Talk.upTo(Question.COVERUP)
                .says("what's a cover up?")
                .repliesSaying("question.coverup", "new tattoo over an old one")
                .says("no lol")
                .replies("question.reference_images");
    }

    @Test
    void joke_isNoPlacement() {
        Talk.upTo(Question.PLACEMENT).says("lol jk").replies("question.placement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes she's 21", "I'm 25 btw", "she's over 18"})
    void age_isNoPlacement(String age) {
        Talk.upTo(Question.PLACEMENT).says(age).replies("question.placement");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello, I'd like to buy a tattoo for my daughter's 21st birthday",
                "hi! want another tattoo",
                "Hi, I wanted to ask how much a small tattoo is",
                "hi, do you do gift vouchers"
            })
    void messageWithoutAPiece_isNoIdea(String first) {
        Talk.begin().says(first).repliesSaying("welcome", "What would you like tattooed?");
    }

    @Test
    void priceAskedWithoutAQuestionMark_isAnswered() {
        Talk.begin()
                .says("Hi, I wanted to ask how much a small tattoo is")
                .repliesSaying("welcome", "Prices depend on the piece.");
    }

    @Test
    void motherOnHerFirstMessage_readsWhoAnswers_andHerIdeaIsKept() {
        Talk.begin()
                .says("Hi! My son would like a small anchor on his wrist, is that ok")
                .repliesSaying("age.ask", "automatic assistant", "HUMAN", "STOP", "https://", "18 or over?")
                .taps("age:adult")
                .repliesSaying("confirm.suggested", "\"on his wrist\"")
                .hasAnswer("idea", idea -> assertThat(idea.text()).contains("anchor"));
    }

    @Test
    void french_isNotTakenForSpanish() {
        Talk.begin()
                .says("Bonjour, je voudrais un tatouage sur le bras, c'est combien pour un petit dragon?")
                .repliesSaying("welcome", "Hi, thanks for messaging");
    }

    @Test
    void otherSize_saidAtTheBudget_isAskedBack() {
        Talk.upTo(Question.BUDGET).says("12x12 is fine").repliesSaying("confirm.changed", "10 x 15 cm", "12x12");
    }

    @Test
    void no_atTheBudget_isNoStrike() {
        Talk.upTo(Question.BUDGET)
                .says("nope")
                .replies("unsure.budget")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @Test
    void spanishAfterABareHello_isAnsweredInSpanish() {
        Talk.begin()
                .says("hola")
                .quietly()
                .says("un lobo aullando a la luna")
                .repliesSaying("question.placement", "cuerpo");
    }

    @Test
    void englishIdeaWithSpanishWords_staysEnglish() {
        Talk.begin().says("hi").quietly().says("la la land").repliesSaying("question.placement", "Where on your body");
    }

    @Test
    void placeInTheFirstMessage_isOfferedAndNotAskedAgain() {
        Talk.begin()
                .says("hi there! I'd love a peony piece on my left shoulder, about 15cm")
                .repliesSaying("welcome", "\"on my left shoulder\"", "Is that right?")
                .says("yes")
                .replies("confirm.suggested")
                .hasAnswer("placement", place -> assertThat(place.text()).isEqualTo("on my left shoulder"));
    }

    @Test
    void styleSaidAtThePlacement_isKeptForLater() {
        Talk.upTo(Question.PLACEMENT)
                .says("fine line I guess?")
                .replies("guard.one-at-a-time")
                .says("left forearm")
                .replies("question.dimensions")
                .says("10x15")
                .repliesSaying("confirm.suggested", "fine line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just a sec", "hold on", "let me check", "un momento"})
    void whoAsksToWait_isLeftInPeace(String wait) {
        Talk.upTo(Question.COMPLEXITY)
                .says(wait)
                .ignored("asked-to-wait")
                .says("simple")
                .replies("question.coverup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello?", "done", "sorry", "anyone there?", "what?"})
    void filler_bringsTheQuestionAgain(String filler) {
        Talk.upTo(Question.STYLE)
                .says(filler)
                .replies("question.style")
                .hasLead(lead -> assertThat(lead.parseFailures()).isEmpty());
    }

    @Test
    void thatsAll_atTheReferences_isAnAnswer() {
        Talk.upTo(Question.REFERENCE_IMAGES)
                .says("that's all")
                .replies("question.budget")
                .says("done")
                .replies("question.budget");
    }

    @ParameterizedTest
    @ValueSource(strings = {"who am I chatting with?", "con quién estoy hablando?"})
    void whoIsThis_isAnswered(String who) {
        Talk.upTo(Question.STYLE).says(who).replies("bot.identity");
    }

    @Test
    void noIdeaYet_isHelpedOnce() {
        Talk.upTo(Question.IDEA)
                .says("not sure yet")
                .repliesSaying("question.idea", "rough direction")
                .says("idk")
                .replies("question.placement");
        Talk.upTo(Question.IDEA).says("surprise me").replies("question.placement");
    }

    @Test
    void otherAmount_asAQuestion_isAskedBack() {
        Talk.upTo(Question.LOCATION_CITY)
                .says("ok what about £450?")
                .repliesSaying("confirm.changed", "£500", "£450")
                .says("yes")
                .replies("question.location_city");
    }
}
