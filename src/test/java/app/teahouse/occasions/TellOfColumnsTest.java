package app.teahouse.occasions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.Opening;
import app.teahouse.columns.SetOpening;
import app.teahouse.columns.SomeColumns;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.notify.FetchBroadcasts;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Members hear of a new column once, and of its first part when that opens later: nobody can have begun it before. */
@TeahouseTest
class TellOfColumnsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeColumns columns;

    @Autowired
    SetOpening setOpening;

    @Autowired
    FetchBroadcasts fetchBroadcasts;

    @Autowired
    TellOfOpenings tellOfOpenings;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    private Owner owner;
    private Member reader;

    @BeforeEach
    void a_circle() {
        owner = circles.someOwner();
        reader = circles.someMember(owner);
        posts.somePost(reader, "One", "Words.");
        posts.somePost(reader, "Two", "Words.");
    }

    private void post(String path, String... fields) {
        var request = mvc.post()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage/columns" + path)
                .cookie(people.cookie(owner.member().person()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        assertThat(request.exchange()).hasStatus(303);
    }

    private long broadcasts() {
        return db.sql("select count(*) from notify.broadcast where circle_id = :circle and kind = 'column_published'")
                .with("circle", owner.circle())
                .one(Long.class);
    }

    private List<String> told(Member member, String kind) {
        fetchBroadcasts.fetch(member.account());
        return db.sql("""
                select title
                  from notify.notice
                 where account_id = :account and kind = :kind
                 order by told_at
                """).with("account", member.account()).with("kind", kind).all((row, n) -> row.getString(1));
    }

    @Test
    void a_column_is_told_once_when_it_is_published_and_something_stands_in_it() {
        post("", "name", "Green tea", "promise", "From leaf to cup", "published", "true");
        assertThat(broadcasts()).as("it is empty").isZero();
        post("/1/items", "post", "1");
        await().until(() -> broadcasts() == 1);
        post("/1/items", "post", "2");
        post("/1/about", "name", "Green tea");
        assertThat(told(reader, "column_published")).as("taken back").isEmpty();
        post("/1/about", "name", "Green tea", "published", "true");
        post("", "name", "Black tea");
        post("/2/items", "post", "1");
        post("/2/about", "name", "Black tea", "published", "true");
        await().until(() -> broadcasts() == 2);

        assertThat(told(reader, "column_published")).containsExactly("Green tea", "Black tea");
        assertThat(told(owner.member(), "column_published")).isEmpty();
        assertThat(mvc.get().uri("/notifications").cookie(people.cookie(reader.person())))
                .hasStatusOk()
                .bodyText()
                .contains("published a new column", "Green tea", "From leaf to cup");
    }

    @Test
    void the_first_part_is_told_when_it_opens_later_and_to_nobody_who_came_after_that() {
        var column = columns.published(owner, "Green tea", 1L, 2L);
        var zone = owner.member().face().zone();
        var opens = LocalDate.ofInstant(clock.instant(), zone).plusDays(3);
        setOpening.column(circles.speaker(owner.member(), Surface.POST), column, new Opening.OnDay(opens));
        var then = opens.atStartOfDay(zone).toInstant().plus(Duration.ofHours(1));
        var other = circles.someMember(owner);

        TestClock.at(then.minus(Duration.ofHours(2)), () -> here(other));
        assertThat(told(other, "part_opened")).isEmpty();
        TestClock.at(then, () -> here(other));
        TestClock.at(then.plus(Duration.ofDays(2)), () -> here(other));
        assertThat(told(other, "part_opened")).containsExactly("Green tea");

        db.sql("""
                update members.membership
                   set joined_at = :then
                 where circle_id = :circle and account_id = :account
                """)
                .with("then", then)
                .with("circle", owner.circle())
                .with("account", reader.account())
                .run();
        TestClock.at(then.plus(Duration.ofDays(1)), () -> here(reader));
        assertThat(told(reader, "part_opened")).isEmpty();
    }

    private void here(Member member) {
        tellOfOpenings.here(member.account(), Set.of(owner.circle()));
    }
}
