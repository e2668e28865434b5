package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Homework from the task to the grade: an owner at a desk, who grades by keys alone, and a member with a phone. */
@TeahouseTest
@Tag("browser")
class HomeworkJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    private String circle = "";

    @Test
    void a_late_answer_is_sent_back_improved_and_passed_and_who_sent_none_is_reminded_once() {
        var mei = people.withPassword(people.someone("Mei"));
        var tom = people.withPassword(people.someone("Tom"));
        var owner = circles.owner(mei, Type.FREE);
        circles.join(owner, tom);
        circles.join(owner, people.someone("Ann"));
        circle = "/c/" + SomeCircles.slug(owner);

        try (var chromium = new Chromium()) {
            var desk = come_in(chromium.desktop().newPage(), mei);
            var phone = come_in(chromium.phone(390, 844).newPage(), tom);

            ask(desk, LocalDate.now(owner.member().face().zone()).minusDays(1));
            hand_in(phone, "Bitter, I fear.");
            assertThat(phone.locator("#homework .pill-clay")).containsText("late");
            grade(desk, "again", "How long did it draw?");
            hand_in(phone, "Bitter, I fear. It drew for ten minutes.");
            grade(desk, "pass", "Three will do.");

            open(phone, "/notifications");
            phone.getByText("graded your homework: Passed").click();
            assertThat(phone.locator("main")).containsText("Three will do.");
            assertThat(phone.locator("main")).containsText("How long did it draw?");
            open(phone, circle + "/homework?show=graded");
            assertThat(phone.locator("#tasks")).containsText("Passed");
            remind(desk);
            chromium.assertNoFaults();
        }
    }

    private Page come_in(Page page, Person person) {
        open(page, "/sign-in");
        page.locator("#email").fill(person.account().value() + "@example.org");
        page.locator("#password").fill(SomePeople.PASSWORD);
        page.locator("main form .btn-primary").first().click();
        assertThat(page.locator("main h1")).hasText("What is new");
        return page;
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void ask(Page desk, LocalDate lastDay) {
        open(desk, circle + "/manage/homework");
        desk.locator("main a[href$='/manage/homework/new']").first().click();
        desk.locator("#title").fill("Brew a pot");
        desk.locator("#text").fill("Say how it tasted.");
        desk.locator("#dueOn").fill(lastDay.toString());
        desk.locator("#graceHours").fill("72");
        desk.locator("#scale").selectOption("pass");
        desk.locator("main form .btn-primary").click();
        assertThat(desk.locator("h1")).hasText("Brew a pot");
        assertThat(desk.locator("#homework")).isVisible();
    }

    private void hand_in(Page phone, String words) {
        open(phone, circle + "/homework");
        phone.getByText("Brew a pot").click();
        phone.locator("#homework .btn-primary").click();
        phone.locator("#text").fill(words);
        phone.locator("main form .btn-primary").click();
        assertThat(phone.locator("article .prose")).hasText(words);
    }

    /** The choice has the focus already: an arrow chooses, Tab goes to the remark, and on to the button. */
    private void grade(Page desk, String grade, String remark) {
        open(desk, circle + "/manage/homework");
        var keys = new Keyboard(desk);
        keys.reach("#begin");
        keys.press("Enter");
        assertThat(desk.locator("input[name=grade][value=pass]")).isFocused();
        keys.press("Space");
        if (grade.equals("again")) {
            keys.press("ArrowRight");
        }
        assertThat(desk.locator("input[name=grade][value=" + grade + "]")).isChecked();
        keys.reach("#remark");
        keys.type(remark);
        keys.reach("#grade .btn-primary");
        keys.press("Enter");
        assertThat(desk.locator("main")).containsText("Nothing waits for a grade");
    }

    private void remind(Page desk) {
        open(desk, circle + "/p/1/homework/missing");
        assertThat(desk.locator("#missing li")).hasCount(1);
        desk.locator("main .btn-primary").click();
        assertThat(desk.locator("#missing")).containsText("Reminded by Mei");
        assertThat(desk.locator("#missing form")).hasCount(0);
        assertThat(desk.locator("main .btn-primary")).isDisabled();
    }
}
