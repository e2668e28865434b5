package app.teahouse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.members.SomeCircles;
import app.teahouse.routes.Route;
import app.teahouse.routes.Routes;
import app.teahouse.testing.TeahouseTest;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** No act of staff is without an entry: what does not tell the log itself is written down behind its door. */
@TeahouseTest
@Tag("once")
class NotedActsTest {
    @Autowired
    Routes routes;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    CircleLog log;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatever_staff_may_write_is_noted_or_says_why_not() {
        var writes = routes.all().stream()
                .filter(route -> route.isOfACircle() && route.isWrite() && NoteActs.isOfStaff(route.door()))
                .toList();
        var named = new TreeSet<>(NotedActs.BY_THEMSELVES);
        named.addAll(NotedActs.NOTHING);
        var unnoted = new TreeSet<String>();
        writes.stream()
                .map(Route::door)
                .filter(door -> !NoteActs.notes(door))
                .map(NoteActs::name)
                .forEach(unnoted::add);
        assertThat(unnoted)
                .as("Doors that are named as telling the log themselves, and are none of staff's")
                .isEqualTo(named);
        assertThat(writes).hasSizeGreaterThan(150);
    }

    @Test
    void what_staff_do_stands_there_and_what_was_refused_does_not() {
        var owner = circles.someOwner();
        var cookie = people.cookie(owner.member().person());
        var tags = "/c/" + SomeCircles.slug(owner) + "/manage/tags";
        assertThat(mvc.post().uri(tags).cookie(cookie).with(csrf()).param("name", "Oolong"))
                .hasStatus(303);
        assertThat(mvc.post().uri(tags).cookie(cookie).with(csrf()).param("name", ""))
                .hasStatus4xxClientError();

        assertThat(log.page(circles.staff(owner), null, 10).items())
                .extracting(LogView::kind, LogView::about)
                .containsExactly(tuple("did", "tags make"));
    }

    @Test
    void what_was_so_before_and_is_now_stands_there_field_by_field() {
        var owner = circles.someOwner();
        var cookie = people.cookie(owner.member().person());
        var base = "/c/" + SomeCircles.slug(owner) + "/manage/";
        var face = mvc.post()
                .uri(base + "settings")
                .cookie(cookie)
                .with(csrf())
                .param("name", "Tea and more")
                .param("promise", "A line\nand another.")
                .param("colour", "plum")
                .param("language", "zh-CN")
                .param("zone", "Asia/Tokyo");
        assertThat(face).hasStatus(303);
        var tag = Map.of("grouping", "expertise", "name", "Design", "colour", "jade", "description", "");
        assertThat(post(base + "member-tags", cookie, tag)).hasStatus(303);

        var entries = log.page(circles.staff(owner), null, 10).items();
        assertThat(entries).extracting(LogView::before, LogView::after).contains(tuple("name\t", "name\tDesign"));
        assertThat(entries.getLast().before()).startsWith("name\tTea ").contains("\nlanguage\ten");
        assertThat(entries.getLast().after())
                .isEqualTo(
                        "name\tTea and more\npromise\tA line and another.\ncolour\tplum\nlanguage\tzh-CN\nzone\tAsia/Tokyo");
        assertThat(mvc.get().uri(base + "log").cookie(cookie).locale(Locale.ENGLISH))
                .bodyText()
                .contains("Colour: Jade → Plum", "Name: – → Design", "Language: English → 中文");
    }

    private MvcTestResult post(String path, Cookie cookie, Map<String, String> fields) {
        var request = mvc.post().uri(path).cookie(cookie).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
