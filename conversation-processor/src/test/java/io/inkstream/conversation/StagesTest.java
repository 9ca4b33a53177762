package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig.QuietHours;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What happens when nobody does anything. */
class StagesTest {

    @Test
    void silentClient_isRemindedTwiceThenAbandoned() {
        Talk.upTo(Question.STYLE)
                .after(Duration.ofHours(12).minusMinutes(1))
                .silent()
                .after(Duration.ofMinutes(2))
                .replies("reminder.qualifying.1")
                .after(Duration.ofHours(24))
                .replies("reminder.qualifying.2")
                .after(Duration.ofHours(12))
                .silent()
                .hasStatus(Status.ABANDONED)
                .after(Duration.ofDays(10))
                .silent();
    }

    @Test
    void anyMessage_startsTheSilenceAnew() {
        Talk.upTo(Question.STYLE)
                .after(Duration.ofHours(11))
                .says("fine line")
                .quietly()
                .after(Duration.ofHours(11))
                .silent()
                .after(Duration.ofHours(2))
                .replies("reminder.qualifying.1");
    }

    @Test
    void aMessageAfterTheFirstReminder_bringsTheFirstAgain() {
        Talk.upTo(Question.STYLE)
                .after(Duration.ofHours(13))
                .replies("reminder.qualifying.1")
                .says("fine line")
                .quietly()
                .after(Duration.ofHours(13))
                .replies("reminder.qualifying.1");
    }

    @Test
    void reminders_areAtMostThreePerStage() {
        var talk = Talk.upTo(Question.STYLE);
        for (int i = 0; i < 3; i++) {
            talk.after(Duration.ofHours(13))
                    .replies("reminder.qualifying.1")
                    .says("hello")
                    .quietly();
        }

        talk.after(Duration.ofHours(13)).silent();
    }

    @Test
    void reminder_namesItsEndAndItsClass() {
        var talk = Talk.upTo(Question.STYLE);
        var lastWord = talk.now();

        talk.after(Duration.ofHours(12).plusSeconds(1));

        assertThat(talk.toClient().messageClass()).isEqualTo(MessageClass.REMINDER);
        assertThat(talk.toClient().notAfter())
                .isBetween(lastWord.plus(Duration.ofHours(36)).minusSeconds(10), lastWord.plus(Duration.ofHours(36)));
        assertThat(talk.toClient().template()).satisfies(template -> {
            assertThat(template).isNotNull();
            assertThat(String.valueOf(template)).contains("consultation_reminder", "en_GB", "Jane");
        });
    }

    @Test
    void afterALongOutage_lateRemindersAreSkipped() {
        Talk.upTo(Question.STYLE)
                .afterOutage(Duration.ofHours(40))
                .replies("reminder.qualifying.2")
                .afterOutage(Duration.ofHours(20))
                .silent()
                .hasStatus(Status.ABANDONED);
    }

    @Test
    void staleGeneration_isIgnored() {
        var talk = Talk.upTo(Question.STYLE);
        var first = talk.alarms().getFirst();

        talk.fires(new Alarm(first.timerId(), first.generation() - 1, first.dueAt()))
                .silent();

        assertThat(talk.lastDecision().events())
                .containsExactly(new LeadEvent.TimerElapsed(first.timerId(), false, "stale-generation"));
    }

    @Test
    void alarmOfAnEarlierEnquiry_isIgnored() {
        var talk = Talk.upTo(Question.STYLE);
        var first = talk.alarms().getFirst();

        talk.says("start over").quietly().fires(first).silent();

        assertThat(talk.lastDecision().events())
                .containsExactly(new LeadEvent.TimerElapsed(first.timerId(), false, "lead-gone"));
    }

    @Test
    void optedOutClient_isNeverReminded() {
        Talk.upTo(Question.STYLE)
                .says("STOP")
                .quietly()
                .after(Duration.ofDays(4))
                .silent()
                .hasStatus(Status.OPTOUT);
    }

    @Test
    void artistIsReminded_thenTheClientIsToldAndTheReviewGoesStale() {
        Talk.submitted()
                .after(Duration.ofHours(5))
                .tellsArtist("artist.reminder")
                .after(Duration.ofHours(20))
                .tellsArtist("artist.reminder")
                .silent()
                .after(Duration.ofHours(48))
                .replies("review.delayed")
                .tellsArtist()
                .hasStatus(Status.STALE);
    }

    @Test
    void handover_isRemindedAndTheClientComfortedOnce() {
        Talk.upTo(Question.STYLE)
                .says("human")
                .quietly()
                .after(Duration.ofHours(5))
                .tellsArtist("artist.reminder")
                .silent()
                .after(Duration.ofHours(20))
                .tellsArtist("artist.reminder")
                .replies("review.delayed")
                .after(Duration.ofDays(10))
                .silent()
                .hasStatus(Status.NEEDS_ARTIST_REPLY);
    }

    @Test
    void handBack_stopsTheArtistsReminders() {
        Talk.upTo(Question.STYLE)
                .says("human")
                .command(new LeadAction.HandBack(null))
                .quietly()
                .after(Duration.ofHours(5))
                .tellsArtist();
    }

    @Test
    void whileTheArtistHolds_nobodyIsReminded() {
        Talk.upTo(Question.STYLE)
                .command(new LeadAction.Ask("Hi, Robin here"))
                .quietly()
                .after(Duration.ofHours(30))
                .silent()
                .after(Duration.ofHours(7))
                .replies("reminder.qualifying.1");
    }

    @Test
    void paidBookingWithoutADate_isFollowedUp() {
        Talk.in(Status.PENDING_APPROVAL)
                .command(new LeadAction.Approve(null, null, null))
                .hasStatus(Status.AWAITING_DEPOSIT);
        Talk.in(Status.BOOKING_PENDING)
                .sendsPicture(null)
                .quietly()
                .after(Duration.ofHours(73))
                .tellsArtist("artist.follow-up")
                .hasStatus(Status.NEEDS_FOLLOW_UP)
                .command(new LeadAction.HandBack(null))
                .hasStatus(Status.BOOKING_PENDING);
    }

    // --- quiet hours

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0));
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void reminderAtNight_waitsForTheMorning() {
        var due = Instant.parse("2026-11-23T23:30:00Z");

        assertThat(QuietTime.shifted(NIGHT, LONDON, due, null)).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
    }

    @Test
    void reminderAtNight_thatWouldComeTooLate_goesBeforeTheNight() {
        var due = Instant.parse("2026-11-24T02:30:00Z");
        var tooLate = Instant.parse("2026-11-24T08:00:00Z");

        assertThat(QuietTime.shifted(NIGHT, LONDON, due, tooLate)).isEqualTo(Instant.parse("2026-11-23T21:00:00Z"));
    }

    @Test
    void reminderByDay_staysWhereItIs() {
        var due = Instant.parse("2026-07-01T19:59:00Z"); // 20:59 in London

        assertThat(QuietTime.shifted(NIGHT, LONDON, due, null)).isEqualTo(due);
        assertThat(QuietTime.shifted(null, LONDON, due, null)).isEqualTo(due);
    }

    @Test
    void quietHours_shiftARealReminder() {
        var talk = Talk.with(Studios.studio().quiet(NIGHT)).says("hi").quietly(); // at 10:00, so due at 22:00

        talk.after(Duration.ofHours(14)).silent().after(Duration.ofHours(9)).replies("reminder.qualifying.1");
    }
}
