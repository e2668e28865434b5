package app.teahouse.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages for a disk are made step by step, by whoever may. */
@TeahouseTest
class OfflineStepsTest extends OfflineGround {
    /** After each step everything but the cursor is thrown away; what comes out is what one go would have made. */
    @Test
    void steps_make_the_same_as_one_go() throws IOException {
        var owner = circles.someOwner();
        for (var i = 0; i < 45; i++) {
            posts.somePost(owner.member());
        }
        imported(owner, 100, "Lu Yu", "2019-02-03T04:05:06Z");
        imported(owner, 101, "Hannah & sons", "2020-02-03T04:05:06Z");
        columns.published(owner, "A column", 1L, 2L);

        assertThat(made(owner, 1)).hasSameBinaryContentAs(made(owner, 500));
    }

    @Test
    void lists_longer_than_a_page_go_on_on_the_next() throws IOException {
        var owner = circles.someOwner();
        posts.somePost(owner.member());
        db.sql("""
                insert into content.post (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state,
                                          created_at, published_at, active_at, highlighted_at, highlighted_by)
                select circle_id, gen_random_uuid(), n, author_id, 'Leaf ' || n, body, html, excerpt, minutes, state,
                       created_at, published_at, active_at, published_at, author_id
                  from content.post, generate_series(2, 450) n
                 where circle_id = :circle
                """).with("circle", owner.circle()).run();

        var pages = unpacked(owner, made(owner, 3));

        var month = pages.keySet().stream()
                .filter(path -> path.matches("dates/\\d{4}-\\d\\d\\.html"))
                .findFirst()
                .orElseThrow();
        for (var list : List.of(month, "authors/m1.html", "highlights/index.html")) {
            var third = list.replace(".html", "-3.html");
            assertThat(pages).containsKeys(list.replace(".html", "-2.html"), third);
            assertThat(pages.get(third)).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        }
        assertThat(brokenLinks(pages)).isEmpty();
    }

    @Test
    void only_the_owner_asks_for_it() {
        var owner = circles.someOwner();
        var admin = circles.someAdmin(owner);
        assertThatThrownBy(() -> askForTakeaway.ask(admin.member(), "offline", "", "x.zip"))
                .hasMessage("circle.owner-only");
        assertThat(askForTakeaway.ask(owner.member(), "offline", "", "x.zip")).isNotNull();
    }
}
