package app.teahouse.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.tags.MakeTag;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
@Tag("database15")
class IndexTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    MakeTag makeTag;

    @Autowired
    FillIndex fillIndex;

    @Autowired
    Vocabulary vocabulary;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    private void index() {
        jobs.run("index.changes", clock.instant());
    }

    private void fill(CircleId circle) {
        for (var more = true; more; ) {
            more = fillIndex.fill(circle);
        }
    }

    private MvcTestResult post(Member member, String path, String... fields) {
        var request = mvc.post()
                .uri("/c/" + member.face().slug() + path)
                .cookie(people.cookie(member.person()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private long having(CircleId circle, String lexeme) {
        return db.sql(
                        "select count(*) from index.document where circle_id = :circle and words @@ cast(:query as tsquery)")
                .with("circle", circle)
                .with("query", Lexemes.quoted(Lexemes.code(circle), lexeme))
                .one(Long.class);
    }

    /** What the table says must be what the documents have, whatever happened. */
    private void countsAreRight(CircleId circle) {
        assertThat(db.sql("""
                        select coalesce(t.term, w.term)
                          from (select term, documents from index.term where circle_id = :circle) t
                          full join (select substr(w.lexeme, 4) as term, count(*) as documents
                                       from index.document d, lateral unnest(d.words) w
                                      where d.circle_id = :circle and substr(w.lexeme, 4) not like '#b%'
                                      group by 1) w
                            on w.term = t.term
                         where t.documents is distinct from w.documents
                         order by 1
                         limit 5
                        """).with("circle", circle).all((row, n) -> row.getString(1)))
                .isEmpty();
        assertThat(db.sql("""
                        select p.documents - (select count(*) from index.document d where d.circle_id = p.circle_id)
                          from index.progress p
                         where p.circle_id = :circle
                        """).with("circle", circle).one(Long.class)).isZero();
    }

    @Test
    void everything_that_happens_to_a_post_reaches_the_index() {
        var owner = circles.someOwner();
        var staff = owner.member();
        var tag = makeTag.make(circles.staff(owner), "Green");
        var number = posts.somePost(staff, "Genmaicha", "With rice.");
        index();
        assertThat(having(owner.circle(), "=genmaicha")).isEqualTo(1);

        post(staff, "/p/" + number + "/edit", "title", "Hojicha", "text", "Roasted.");
        index();
        assertThat(having(owner.circle(), "=genmaicha")).isZero();
        assertThat(having(owner.circle(), "^=hojicha")).isEqualTo(1);

        post(staff, "/p/" + number + "/tags", "tag", "Green");
        post(staff, "/p/" + number + "/highlight", "why", "Good");
        index();
        assertThat(having(owner.circle(), Lexemes.highlighted())).isEqualTo(1);
        assertThat(having(owner.circle(), Lexemes.tag(tag.value()))).isEqualTo(1);

        post(staff, "/p/" + number + "/hiding", "reason", "Why not");
        index();
        assertThat(having(owner.circle(), "=hojicha")).isZero();
        post(staff, "/p/" + number + "/hiding/removal");
        index();
        assertThat(having(owner.circle(), "=hojicha")).isEqualTo(1);

        post(
                staff,
                "/p/" + number + "/comments",
                "text",
                "Barley",
                "form",
                java.util.UUID.randomUUID().toString());
        index();
        assertThat(having(owner.circle(), "=barley")).isEqualTo(1);
        post(staff, "/p/" + number + "/deletion");
        index();
        assertThat(having(owner.circle(), "=hojicha")).isZero();
        countsAreRight(owner.circle());
    }

    @Test
    void members_come_change_their_names_and_go() {
        var owner = circles.someOwner();
        var member = circles.join(owner, people.someone("Lapsang"));
        index();
        assertThat(having(owner.circle(), "^=lapsang")).isEqualTo(1);

        post(member, "/membership/profile", "alias", "Souchong", "introduction", "");
        index();
        assertThat(having(owner.circle(), "^=lapsang") + having(owner.circle(), "^=souchong"))
                .isEqualTo(1);

        post(member, "/membership/end");
        index();
        assertThat(having(owner.circle(), Lexemes.kind("member"))).isLessThanOrEqualTo(2);
        countsAreRight(owner.circle());
    }

    @Test
    void what_was_there_before_the_index_is_filled_in_and_an_older_analysis_replaced() {
        var owner = circles.someOwner();
        for (var i = 0; i < 450; i++) {
            posts.somePost(owner.member(), "Gyokuro " + i, "Shaded.");
        }
        for (var table : List.of("document", "term", "progress", "change")) {
            forget(owner, table);
        }
        fill(owner.circle());
        assertThat(having(owner.circle(), "=gyokuro")).isEqualTo(450);
        assertThat(having(owner.circle(), Lexemes.kind("member"))).isEqualTo(1);
        countsAreRight(owner.circle());

        db.sql("update index.progress set version = 0, stage = 'done' where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        db.sql("update index.document set words = '''old''' where circle_id = :circle and number = 7")
                .with("circle", owner.circle())
                .run();
        fill(owner.circle());
        assertThat(having(owner.circle(), "=gyokuro")).isEqualTo(450);
        assertThat(db.sql("select stage from index.progress where circle_id = :circle")
                        .with("circle", owner.circle())
                        .one(String.class))
                .isEqualTo("done");
    }

    private void forget(Owner owner, String table) {
        var statement = switch (table) {
            case "document" -> db.sql("delete from index.document where circle_id = :circle");
            case "term" -> db.sql("delete from index.term where circle_id = :circle");
            case "change" -> db.sql("delete from index.change where circle_id = :circle");
            default -> db.sql("delete from index.progress where circle_id = :circle");
        };
        statement.with("circle", owner.circle()).run();
    }

    @Test
    void who_edits_and_deletes_while_it_is_indexed_leaves_nothing_behind() throws Exception {
        var owner = circles.someOwner();
        var numbers = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> posts.somePost(owner.member(), "Bancha " + i, "Before."))
                .toList();
        var next = new AtomicInteger();

        var attempts = AtOnce.run(12, () -> {
            var mine = next.getAndIncrement();
            if (mine % 3 == 0) {
                fillIndex.fill(owner.circle());
                index();
            }
            var number = numbers.get(mine);
            post(owner.member(), "/p/" + number + "/edit", "title", "Kukicha " + mine, "text", "After.");
            index();
            if (mine % 2 == 0) {
                post(owner.member(), "/p/" + number + "/deletion");
            }
            index();
            return true;
        });
        index();

        assertThat(attempts.done()).hasSize(12);
        assertThat(having(owner.circle(), "=bancha")).isZero();
        assertThat(having(owner.circle(), "=before")).isZero();
        assertThat(having(owner.circle(), "=kukicha")).isEqualTo(6);
        assertThat(db.sql("select count(*) from index.change where circle_id = :circle")
                        .with("circle", owner.circle())
                        .one(Long.class))
                .isZero();
        countsAreRight(owner.circle());
    }

    @Test
    void the_words_of_circles_lie_apart() {
        var green = circles.someOwner();
        var black = circles.someOwner();
        posts.somePost(green.member(), "Tieguanyin", "x");
        index();

        assertThat(Lexemes.code(green.circle())).hasSize(3).isNotEqualTo(Lexemes.code(black.circle()));
        assertThat(vocabulary.closest(List.of(green.circle()), "tieguanyn")).contains("tieguanyin");
        assertThat(vocabulary.closest(List.of(black.circle()), "tieguanyn")).isEmpty();
    }
}
