package app.teahouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.connections.Pools;
import app.teahouse.index.Lexemes;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.Plans;
import app.teahouse.testing.TeahouseTest;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A search reads the index of words, and of frequent words only the newest part of a large circle. */
@TeahouseTest
@Tag("database15")
class SearchPlanTest {
    private static final int POSTS = 20_000;

    @Autowired
    SomeCircles circles;

    @Autowired
    Find find;

    @Autowired
    Gate gate;

    @Autowired
    Plans plans;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private static boolean filled;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    private static Owner owner;

    @BeforeEach
    void fillOnce() {
        if (!filled) {
            owner = circles.someOwner();
            ScopedValue.where(Pools.FOR_JOBS, true).run(this::fill);
            filled = true;
        }
    }

    private void fill() {
        fill(owner.circle(), POSTS);
        for (var i = 0; i < 20; i++) {
            fill(new CircleId(Ids.next()), 500);
        }
        // In a table of one page, as other tests may leave it, PostgreSQL reads all of it and is right.
        jdbc.update("""
                insert into comments.comment
                       (circle_id, comment_id, post_id, thread_id, form_id, author_id, body, html, state, made_at)
                select circle_id, id, post_id, id, gen_random_uuid(), author_id, 'Comment', '', 'live', published_at
                  from content.post
                 cross join lateral (select gen_random_uuid() as id where number > 0) x
                 where circle_id = ? and number <= 5000
                """, owner.circle().value());
        jdbc.execute("analyze comments.comment");
        jdbc.execute("analyze index.document");
        jdbc.execute("analyze content.post");
    }

    /** One word in every post, one in each hundredth. */
    private void fill(CircleId circle, int posts) {
        jdbc.update("""
                insert into content.post
                       (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state, created_at,
                        published_at, active_at)
                select ?, gen_random_uuid(), n, gen_random_uuid(), 'Post ' || n, 'Body', '<p>Body</p>', 'Body', 1, 'live',
                       t.at, t.at, t.at
                  from generate_series(1, ?) as n
                 cross join lateral (select timestamptz '2026-01-01 00:00Z' + n * interval '1 minute' as at) t
                """, circle.value(), posts);
        var code = Lexemes.code(circle);
        jdbc.update("""
                insert into index.document (circle_id, document_id, kind, number, added_at, words, front)
                select circle_id, post_id, 'post', number, published_at,
                       ('''' || ? || '=often'':2C ''' || case when number % 100 = 0 then ? || '=seldom'':3C ''' else '' end || ?
                        || '#b8.' || (number >> 8) || ''' ''' || ? || '#b13.' || (number >> 13) || '''')::tsvector, ''
                  from content.post
                 where circle_id = ?
                """, code, code, code, code, circle.value());
        jdbc.update(
                "insert into index.term values (?, '=often', ?), (?, '=seldom', ?)",
                circle.value(),
                posts,
                circle.value(),
                posts / 100);
        jdbc.update("""
                insert into index.progress values (?, 1, 'done', '00000000-0000-0000-0000-000000000000', ?, ?)
                on conflict (circle_id) do update set documents = excluded.documents, last_number = excluded.last_number
                """, circle.value(), posts, posts);
    }

    private Find.Answer find(String words, String order) {
        return find.find(
                Scope.of(gate.onlooker(circles.again(owner.member()))),
                Wish.of(Map.of("q", words, "order", order)),
                Find.SIZE);
    }

    @Test
    void words_are_looked_up_in_their_index() {
        for (var words : new String[] {"often", "seldom", "often seldom"}) {
            for (var order : new String[] {"best", "newest"}) {
                Supplier<Object> read = () -> find(words, order);
                assertThat(plans.of(read, "index.document"))
                        .as(words)
                        .contains("document_words")
                        .doesNotContain("Seq Scan on document", "Seq Scan on post ", "Seq Scan on comment");
            }
        }
    }

    /** Planning it took 2 ms of 12 at each search: with lists of one in sight, PostgreSQL believed that every other plan was dearer. */
    @Test
    void a_search_is_not_planned_anew_for_each_question() {
        var planned = transaction.execute(_ -> {
            for (var n = 0; n < 20; n++) {
                find(n % 2 == 0 ? "often" : "seldom", "best");
            }
            return jdbc.queryForList("""
                    select generic_plans
                      from pg_prepared_statements
                     where (statement like '%found as materialized%' or statement like '%index.progress%')
                       -- Others on this connection asked their own questions, too seldom to have a plan kept.
                       and generic_plans + custom_plans >= 10
                    """, Long.class);
        });

        assertThat(planned).isNotEmpty().allMatch(many -> many > 0);
    }

    @Test
    void of_a_frequent_word_the_newest_part_is_ranked_and_the_page_says_so() {
        var often = find("often", "best");
        var seldom = find("seldom", "best");

        assertThat(often.whole()).isFalse();
        assertThat(often.all()).hasSizeBetween(Find.SIZE, Candidates.MOST);
        assertThat(often.all()).allMatch(hit -> hit.number() > POSTS - 1_500);
        assertThat(seldom.whole()).isTrue();
        assertThat(seldom.all()).hasSize(POSTS / 100);
    }

    @Test
    void by_time_a_frequent_word_is_paged_to_its_end() {
        var wish = Wish.of(Map.of("q", "often", "order", "newest"));
        var scope = Scope.of(gate.onlooker(circles.again(owner.member())));
        var next = (long) POSTS;
        for (var pages = 0; pages < 60; pages++) {
            var found = find.find(scope, wish, Find.SIZE);
            for (var hit : found.page()) {
                assertThat(hit.number()).isEqualTo(next--);
            }
            wish = wish.before(found.next());
        }
        assertThat(next).isEqualTo(POSTS - 60L * Find.SIZE);
    }
}
