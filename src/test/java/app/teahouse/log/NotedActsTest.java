package app.teahouse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.members.SomeCircles;
import app.teahouse.routes.Route;
import app.teahouse.routes.Routes;
import app.teahouse.testing.TeahouseTest;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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
}
