package app.teahouse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.tags.MakeTag;
import app.teahouse.tags.TagId;
import app.teahouse.testing.Plans;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each form of the feed reads one index in its order, in a large circle among others. */
@TeahouseTest
@Tag("database15")
class FeedPlanTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    FeedList list;

    @Autowired
    MakeTag makeTag;

    @Autowired
    Gate gate;

    @Autowired
    Plans plans;

    @Autowired
    JdbcTemplate jdbc;

    /** Where all posts are live, the key of the numbers does as well as the index of the live ones. */
    private static final String BY_NUMBER = "post_by_number|post_circle_id_number_key";

    private static boolean filled;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    private static Owner owner;

    @BeforeEach
    void fillOnce() {
        if (filled) {
            return;
        }
        owner = circles.someOwner();
        ScopedValue.where(Pools.FOR_JOBS, true).run(this::fill);
        filled = true;
    }

    private void fill() {
        var tag = makeTag.make(gate.staff(new Visitor(owner.member().person()), SomeCircles.slug(owner)), "Green");
        fill(owner.circle(), owner.account(), tag, 20_000);
        for (var i = 0; i < 20; i++) {
            fill(new CircleId(Ids.next()), owner.account(), tag, 500);
        }
        jdbc.execute("analyze content.post");
        jdbc.execute("analyze tags.post_tag");
    }

    private void fill(CircleId circle, AccountId author, TagId tag, int posts) {
        jdbc.update("""
                insert into content.post
                       (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state, created_at,
                        published_at, active_at, highlighted_at, highlighted_by)
                select ?, gen_random_uuid(), n, case when n % 50 = 0 then ?::uuid else gen_random_uuid() end,
                       'Post ' || n, 'Body', '<p>Body</p>', 'Body', 1, 'live', t.at, t.at, t.at + n % 97 * interval '1 hour',
                       case when n % 100 = 0 then t.at end, case when n % 100 = 0 then ?::uuid end
                  from generate_series(1, ?) as n
                 cross join lateral (select timestamptz '2026-01-01 00:00Z' + n * interval '1 minute' as at) t
                """, circle.value(), author.value(), author.value(), posts);
        jdbc.update("""
                insert into tags.post_tag (circle_id, post_id, tag_id, number)
                select circle_id, post_id, ?, number
                  from content.post
                 where circle_id = ? and number % 20 = 0
                   and exists (select 1 from tags.tag t where t.circle_id = post.circle_id and t.tag_id = ?)
                """, tag.value(), circle.value(), tag.value());
    }

    private void reads(Wish wish, String index) {
        var reader = gate.onlooker(circles.again(owner.member()));
        Supplier<Object> read = () -> list.read(reader, wish, 20);
        // The few tags of each post are sorted by name below; the page itself is not.
        var plan = plans.of(read, "content.post p").split("SubPlan", 2)[0];

        assertThat(plan).containsPattern(index).doesNotContain("Seq Scan on post ", "Sort", "Seq Scan on post_tag");
    }

    @Test
    void the_newest_activity_first() {
        reads(Wish.of(null, null, null, null, null), "post_by_activity");
        reads(Wish.of(null, null, null, null, "1769000000000000-" + Ids.text(owner.circle())), "post_by_activity");
    }

    @Test
    void the_newest_first() {
        reads(Wish.of("newest", null, null, null, null), BY_NUMBER);
        reads(Wish.of("newest", null, null, null, "9000"), BY_NUMBER);
    }

    @Test
    void highlights() {
        reads(Wish.of(null, "highlights", null, null, null), "post_highlights_by_activity");
        reads(Wish.of("newest", "highlights", null, null, null), "post_highlights_by_number");
    }

    @Test
    void a_tag() {
        reads(Wish.of(null, null, "green", null, null), "post_tag_feed");
        reads(Wish.of(null, null, "green", null, "5000"), "post_tag_feed");
    }

    @Test
    void an_author() {
        reads(Wish.of(null, null, null, "1", null), "post_by_author");
    }

    @Test
    void what_is_unread() {
        reads(Wish.of(null, "unread", null, null, null), "post_waking|" + BY_NUMBER);
    }

    @Test
    void pinned_posts() {
        var reader = gate.onlooker(owner.member());
        Supplier<Object> read = () -> list.pinned(reader);
        assertThat(plans.of(read, "pinned_order is not null\n"))
                .contains("post_pinned")
                .doesNotContain("Seq Scan on post ");
    }

    @Test
    void every_page_is_a_full_one() {
        var reader = gate.onlooker(circles.again(owner.member()));
        var first = list.read(reader, Wish.of(null, null, null, null, null), 20);
        var second = list.read(reader, Wish.of(null, null, null, null, first.next()), 20);

        assertThat(first.items()).hasSize(20);
        assertThat(second.items()).hasSize(20).doesNotContainAnyElementsOf(List.copyOf(first.items()));
        assertThat(second.items().getFirst().activeAt())
                .isBeforeOrEqualTo(first.items().getLast().activeAt());
    }
}
