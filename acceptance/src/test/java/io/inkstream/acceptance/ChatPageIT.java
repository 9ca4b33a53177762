package io.inkstream.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole consultation, held in a real browser on the simulator's chat page. */
@SuppressWarnings("NullAway.Init") // set before the first test
class ChatPageIT {
    private static Browser browser;

    private final RunningPipeline pipeline = SharedPipeline.get();
    private final String phone =
            String.format("4477%08d", ThreadLocalRandom.current().nextInt(100_000_000));

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void consultation_isHeldToItsEnd_withTapsTicksAndAPicture() {
        var page = openChat(1280, 860);
        say(page, "hi");
        answered(page, "automatic");
        assertThat(mine(page).first().locator(".ticks")).hasClass(Pattern.compile("read|delivered|sent"));
        for (var line : List.of("A fine line dragon curling round my arm", "left forearm", "10x15cm", "fine line")) {
            say(page, line);
        }
        choose(page, Pattern.compile("medium", Pattern.CASE_INSENSITIVE));
        choose(page, Pattern.compile("^no", Pattern.CASE_INSENSITIVE));
        page.getByLabel("Send a picture").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("The built-in picture"))
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Send"))
                .click();
        assertThat(mine(page).last().locator("img.picture")).isVisible();
        settled(page);
        say(page, "£500");
        say(page, "London");
        say(page, "@jane_1990");
        say(page, "flexible");

        assertThat(theirs(page).last()).containsText(Pattern.compile("decide soon", Pattern.CASE_INSENSITIVE));
        var lead = Http.get(pipeline.admin("/api/leads?phone=" + phone))
                .ok()
                .body()
                .get("items")
                .get(0);
        assertThat(lead.get("status").asString()).isEqualTo("PENDING_APPROVAL");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/chat.png")));
    }

    @Test
    void page_onANarrowPhone_showsOnePaneAtATimeAndNeverScrollsSideways() {
        var page = openChat(360, 740);
        say(page, "hi");

        assertThat(page.getByLabel("Write a message")).isVisible();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        page.getByLabel("Back to the chats").click();
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
    }

    @Test
    void page_whenTextLooksLikeMarkup_showsItAsText() {
        var page = openChat(1280, 860);
        say(page, "<img src=x onerror=\"document.title='owned'\">");

        assertThat(mine(page).last()).containsText("<img src=x");
        assertThat(page).not().hasTitle("owned");
    }

    private Page openChat(int width, int height) {
        var page = browser.page(width, height);
        page.navigate(pipeline.simulator("/").toString());
        page.getByLabel("New chat").or(page.getByText("Start a chat")).first().click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("input[name=name]").fill("Amelia Hart");
        dialog.locator("input[name=phone]").fill("+" + phone);
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Write a message")).isVisible();
        return page;
    }

    /** Types as a person does, Enter included, and waits for the studio's answer. */
    private static void say(Page page, String text) {
        var before = theirs(page).count();
        page.getByLabel("Write a message").fill(text);
        page.keyboard().press("Enter");
        assertThat(theirs(page)).hasCount(before + 1);
    }

    /** Taps a button of the newest message; what stands in a list is chosen there and sent. */
    private static void choose(Page page, Pattern title) {
        var before = theirs(page).count();
        var choices = theirs(page).last().locator("button.choice");
        var wanted = choices.filter(new Locator.FilterOptions().setHasText(title));
        if (wanted.count() > 0) {
            wanted.first().click();
        } else {
            choices.first().click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.locator("label.option")
                    .filter(new Locator.FilterOptions().setHasText(title))
                    .first()
                    .click();
            dialog.getByRole(AriaRole.BUTTON, named("Send")).click();
        }
        assertThat(theirs(page)).hasCount(before + 1);
    }

    /** The answer to a picture has come. */
    private static void settled(Page page) {
        assertThat(page.locator("#log .row").last()).not().hasClass(Pattern.compile("mine"));
    }

    private static void answered(Page page, String words) {
        assertThat(theirs(page).last()).containsText(Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }

    private static Locator mine(Page page) {
        return page.locator("#log .row.mine");
    }

    private static Locator theirs(Page page) {
        return page.locator("#log .row:not(.mine):not(#typing-row)");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
