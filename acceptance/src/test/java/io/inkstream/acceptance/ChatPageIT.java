package io.inkstream.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole consultation, held in a real browser on the simulator's chat page. */
@SuppressWarnings("NullAway.Init") // set before the first test
class ChatPageIT {
    /** The first studio's number, which a chat is started with. */
    private static final String PHONE_NUMBER_ID = "106540352242922";

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
        var page = openChat(1280, 860, "Amelia Hart");
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
        photograph(page);
    }

    @Test
    void ticks_tellDeliveredFromRead_byColourAndInWords() {
        var page = openChat(1280, 860, "Priya Shah");
        say(page, "hi");
        var ours = mine(page).last().locator(".ticks");
        var theirs = theirs(page).last().locator(".ticks");

        assertThat(ours).hasClass("ticks delivered");
        assertThat(theirs).hasClass("ticks read"); // it is on screen
        assertThat(ours).hasText("delivered");
        assertThat(theirs).hasText("the studio sees: read");
        assertThat(colour(theirs)).isNotEqualTo(colour(ours));
    }

    @Test
    void message_whileAnotherChatIsOpen_isDelivered_andReadOnceItsChatIsOpened() {
        var page = openChat(1280, 860, "Noah Patel");
        say(page, "hi");
        startChat(page, "Tom Ellery", other(1));
        var noahs = page.locator(".chat").filter(new Locator.FilterOptions().setHasText("Noah Patel"));
        Http.post(pipeline.simulator("/sim/whatsapp/messages"), Map.of("from", phone, "text", "a fern on my arm"))
                .ok();

        assertThat(noahs.first().locator(".chat-unread")).containsText("1");
        await().atMost(Duration.ofSeconds(10)).until(() -> newestStage().equals("delivered"));
        noahs.first().click();
        assertThat(theirs(page).last().locator(".ticks")).hasClass("ticks read");
        assertThat(noahs.first().locator(".chat-unread")).hasCount(0);
    }

    @Test
    void list_isChosenFromByKeyboard_andEscapeLeavesItWithoutAWord() {
        var page = openChat(1280, 860, "Zoë Marchetti");
        askedFromAList(page);
        var before = mine(page).count();
        var opener = theirs(page).last().locator("button.choice").first();

        opener.focus();
        page.keyboard().press("Enter");
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(opener).isFocused();
        assertThat(mine(page)).hasCount(before);

        page.keyboard().press("Enter");
        assertThat(dialog.locator("input[name=row]").first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(dialog.locator("input[name=row]").nth(1)).isChecked();
        page.keyboard().press("Enter");

        assertThat(dialog).hasCount(0);
        assertThat(mine(page)).hasCount(before + 1);
        assertThat(mine(page).last()).containsText("2. Medium");
    }

    @Test
    void chatsAndMenus_areWalkedWithArrowKeys_andLeftWithEscape() {
        var page = openChat(1280, 860, "Ewan Byrne");
        startChat(page, "Lucía Moreno", other(2));
        var chats = page.locator(".chat");

        chats.first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(chats.nth(1)).isFocused();
        page.keyboard().press("End");
        assertThat(chats.last()).isFocused();
        page.keyboard().press("Home");
        assertThat(chats.first()).isFocused();

        page.getByLabel("Send a picture").first().focus();
        page.keyboard().press("Enter");
        var items = page.getByRole(AriaRole.MENUITEM);
        assertThat(items.first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(items.nth(1)).isFocused();
        page.keyboard().press("Escape");
        assertThat(items.first()).isHidden();
        assertThat(page.getByLabel("Send a picture").first()).isFocused();
        assertThat(page.getByLabel("Write a message")).isVisible(); // the chat is still open

        page.getByText("Skip time").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.getByText("Skip time")).isFocused();
    }

    @Test
    void listsAndDialogs_onANarrowPhone_fitTheScreen() {
        var page = openChat(360, 740, "Marcus Doyle");
        askedFromAList(page);
        theirs(page).last().locator("button.choice").first().click();
        fits(page, page.getByRole(AriaRole.DIALOG));
        fits(page, page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, named("Send")));
        assertThat(page.getByRole(AriaRole.DIALOG).locator("label.option")).hasCount(3);
        page.keyboard().press("Escape");

        page.getByLabel("Send a picture").first().click();
        fits(page, page.getByRole(AriaRole.MENU));
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("The built-in picture"))
                .click();
        fits(page, page.getByRole(AriaRole.DIALOG));
        fits(page, page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, named("Send")));
        page.keyboard().press("Escape");

        page.getByLabel("Back to the chats").click();
        page.getByLabel("New chat").click();
        fits(page, page.getByRole(AriaRole.DIALOG));
        page.keyboard().press("Escape");
        page.getByText("Skip time").click();
        fits(page, page.getByRole(AriaRole.DIALOG));
    }

    @Test
    void page_onANarrowPhone_showsOnePaneAtATimeAndNeverScrollsSideways() {
        var page = openChat(360, 740, "Jonas Weber");
        say(page, "hi");

        assertThat(page.getByLabel("Write a message")).isVisible();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        page.getByLabel("Back to the chats").click();
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
    }

    @Test
    void page_whenTextLooksLikeMarkup_showsItAsText() {
        var page = openChat(1280, 860, "Nia Roberts");
        say(page, "<img src=x onerror=\"document.title='owned'\">");

        assertThat(mine(page).last()).containsText("<img src=x");
        assertThat(page).not().hasTitle("owned");
    }

    private Page openChat(int width, int height, String name) {
        var page = browser.page(width, height);
        page.navigate(pipeline.simulator("/").toString());
        startChat(page, name, phone);
        return page;
    }

    private static void startChat(Page page, String name, String phone) {
        page.getByLabel("New chat").or(page.getByText("Start a chat")).first().click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("input[name=name]").fill(name);
        dialog.locator("input[name=phone]").fill("+" + phone);
        page.keyboard().press("Enter");
        assertThat(page.locator(".thread-who h1")).hasText(name);
        assertThat(page.getByLabel("Write a message")).isVisible();
    }

    private String other(int number) {
        return phone.substring(0, phone.length() - 1) + (phone.charAt(phone.length() - 1) - '0' + number) % 10;
    }

    /** Up to the first question whose answers stand in a list. */
    private static void askedFromAList(Page page) {
        say(page, "hi");
        for (var line : List.of("A fine line dragon curling round my arm", "left forearm", "10x15cm", "fine line")) {
            say(page, line);
        }
    }

    private String newestStage() {
        var messages = Http.get(
                        pipeline.simulator("/sim/chat/messages?phoneNumberId=" + PHONE_NUMBER_ID + "&person=" + phone))
                .ok()
                .body();
        return messages.get(messages.size() - 1).get("stage").asString();
    }

    private static String colour(Locator element) {
        return (String) element.evaluate("element => getComputedStyle(element).color");
    }

    /** Wholly on screen, and the page itself has not grown sideways. */
    private static void fits(Page page, Locator element) {
        assertThat(element).isVisible();
        var box = Objects.requireNonNull(element.boundingBox());
        assertThat(box.x).isNotNegative();
        assertThat(box.y).isNotNegative();
        assertThat(box.x + box.width).isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(box.y + box.height).isLessThanOrEqualTo(page.viewportSize().height);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    /** For the README: from the picture to the end, nothing cut, no pointer over a message. */
    private static void photograph(Page page) {
        page.mouse().move(640, 5);
        page.evaluate("document.activeElement.blur()");
        var hidden = ((Number) page.evaluate("() => { const log = document.getElementById('log');"
                        + " const first = document.querySelector('img.picture').closest('.row');"
                        + " return log.scrollHeight - (first.offsetTop - log.offsetTop) + 5 - log.clientHeight; }"))
                .intValue();
        page.setViewportSize(1280, 860 + Math.max(0, hidden));
        page.evaluate("() => { const log = document.getElementById('log'); log.scrollTop = log.scrollHeight; }");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/chat.png")));
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
