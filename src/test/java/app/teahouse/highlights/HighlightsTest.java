package app.teahouse.highlights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.connections.Pools;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.Plans;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
@Tag("database15")
class HighlightsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeTokens tokens;

    @Autowired
    HighlightList list;

    @Autowired
    Candidates candidates;

    @Autowired
    Gate gate;

    @Autowired
    Plans plans;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void what_was_picked_last_stands_first_with_who_and_why_and_what_was_taken_back_is_known_to_the_staff() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        posts.somePost(reader, "Leaves", "Green ones.");
        posts.somePost(reader, "Water", "Soft.");
        posts.somePost(reader, "Cups", "Warm.");
        assertThat(get(reader, "/highlights")).bodyText().contains("No highlights yet");
        post(owner.member(), "/p/2/highlight", "why", "Everybody asks about water");
        post(owner.member(), "/p/1/highlight");
        post(owner.member(), "/p/3/highlight", "why", "Fine");
        post(owner.member(), "/p/3/highlight/removal", "why", "Out of date");

        assertThat(get(reader, "/highlights"))
                .hasStatusOk()
                .bodyText()
                .contains("Everybody asks about water", "Owner")
                .doesNotContain("Cups", "Out of date")
                .containsSubsequence("Leaves", "Water");
        assertThat(get(reader, "/manage/highlights")).hasStatus(403);
        assertThat(get(owner.member(), "/manage/highlights"))
                .bodyText()
                .contains("Out of date", "Taken back by Owner", "Cups");
        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(owner) + "/highlights"))
                .hasStatus(303);
    }

    @Test
    void pages_are_cut_by_key_and_a_tag_chooses_among_them() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        post(owner.member(), "/manage/tags", "name", "Cups");
        for (var i = 1; i <= 25; i++) {
            posts.somePost(owner.member(), "Post " + i, "Words.");
            post(owner.member(), "/p/" + i + "/highlight");
        }
        post(owner.member(), "/p/3/tags", "tag", "Cups");

        var onlooker = gate.onlooker(reader);
        var first = list.read(onlooker, null, null);
        var second = list.read(onlooker, null, first.next());
        var numbers = new ArrayList<Long>();
        first.items().forEach(one -> numbers.add(one.number()));
        second.items().forEach(one -> numbers.add(one.number()));
        assertThat(numbers).hasSize(25).startsWith(25L, 24L).endsWith(2L, 1L);
        assertThat(second.next()).isNull();
        assertThat(list.read(onlooker, "cups", null).items())
                .extracting(HighlightView::number)
                .containsExactly(3L);
        assertThat(list.read(onlooker, "nothing", null).items()).isEmpty();
    }

    @Test
    void candidates_count_people_and_not_authors_and_one_can_be_put_aside() {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        var loud = posts.somePost(author, "Loud", "Words.");
        var good = posts.somePost(author, "Good", "Words.");
        posts.somePost(author, "Silent", "Words.");
        for (var i = 0; i < 4; i++) {
            comment(author, loud);
        }
        for (var i = 0; i < 2; i++) {
            comment(circles.someMember(owner), good);
        }
        post(circles.someMember(owner), "/p/" + good + "/reaction", "kind", "like");
        post(author, "/p/" + good + "/reaction", "kind", "like");

        assertThat(numbers(owner)).containsExactly(good);
        var one = candidates.of(circles.staff(owner)).getFirst();
        assertThat(List.of(one.commenters(), one.reactors())).containsExactly(2, 1);
        assertThat(one.score()).isEqualTo(Math.round(10 * (4 * 2 + 2) / Math.sqrt(2)));
        assertThat(get(owner.member(), "/manage/highlights")).bodyText().contains("Good", "2 commented", "÷ √");

        post(owner.member(), "/manage/highlights/" + good + "/dismissal");
        assertThat(numbers(owner)).isEmpty();
        post(owner.member(), "/manage/highlights/" + good + "/dismissal/removal");
        assertThat(numbers(owner)).containsExactly(good);
        post(owner.member(), "/p/" + good + "/highlight", "why", "It is");
        assertThat(numbers(owner)).isEmpty();
    }

    /** A page that began at its top again lost whoever went through the candidates by keys. */
    @Test
    void after_one_was_put_aside_the_next_is_gone_on_with_and_after_the_last_the_heading() {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        var fans = List.of(circles.someMember(owner), circles.someMember(owner), circles.someMember(owner));
        var better = posts.somePost(author, "Better", "Words.");
        var good = posts.somePost(author, "Good", "Words.");
        fans.forEach(fan -> comment(fan, better));
        fans.subList(0, 2).forEach(fan -> comment(fan, good));
        var page = "/c/" + owner.member().face().slug() + "/manage/highlights";

        assertThat(get(owner.member(), "/manage/highlights"))
                .bodyText()
                .contains("id=\"candidates-head\"", "id=\"candidate-" + better, "name=\"next\" value=\"" + good + "\"")
                .doesNotContain("name=\"next\" value=\"" + better + "\"");
        assertThat(post(owner.member(), "/manage/highlights/" + better + "/dismissal", "next", String.valueOf(good)))
                .headers()
                .hasValue("Location", page + "#candidate-" + good);
        assertThat(post(owner.member(), "/manage/highlights/" + good + "/dismissal"))
                .headers()
                .hasValue("Location", page + "#candidates-head");
        assertThat(post(owner.member(), "/manage/highlights/" + good + "/dismissal/removal"))
                .headers()
                .hasValue("Location", page + "#candidate-" + good);
    }

    private List<Long> numbers(Owner owner) {
        return candidates.of(circles.staff(owner)).stream()
                .map(Candidate::number)
                .toList();
    }

    private void comment(Member member, long post) {
        post(member, "/p/" + post + "/comments", "text", "Nice", "form", Ids.text(SomePosts.newId()));
    }

    /** A large circle costs no more: both lists end after what they show. */
    @Test
    void neither_list_looks_through_all_posts() {
        var owner = circles.someOwner();
        ScopedValue.where(Pools.FOR_JOBS, true).run(() -> {
            jdbc.update("""
                    insert into content.post
                           (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state, created_at,
                            published_at, active_at, highlighted_at, highlighted_by)
                    select ?, gen_random_uuid(), n, gen_random_uuid(), 'Post ' || n, 'Body', 'Body', 'Body', 1, 'live', t.at, t.at,
                           t.at, case when n % 4 = 0 then t.at end, case when n % 4 = 0 then gen_random_uuid() end
                      from generate_series(1, 20000) as n
                     cross join lateral (select timestamptz '2026-01-01 00:00Z' + n * interval '1 minute' as at) t
                    """, owner.circle().value());
            jdbc.execute("analyze content.post");
        });
        var staff = circles.staff(owner);
        var onlooker = gate.onlooker(owner.member());

        assertThat(plans.of(() -> list.read(onlooker, null, null), "highlighted_at desc"))
                .contains("post_highlights_by_pick")
                .doesNotContain("Seq Scan on post ", "Sort Key: p.highlighted_at");
        assertThat(plans.of(() -> list.read(onlooker, "Cups", null), "limit 500"))
                .contains("post_highlights_by_pick")
                .doesNotContain("Seq Scan on post ");
        assertThat(plans.of(() -> candidates.of(staff), "likely"))
                .containsAnyOf("post_by_number", "post_circle_id_number_key")
                .doesNotContain("Seq Scan on post ");
    }

    @Test
    void programs_read_them_too() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        post(owner.member(), "/p/1/highlight", "why", "Fine");
        var token = "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
        var door = "/api/v1/circles/" + SomeCircles.slug(owner) + "/highlights";

        assertThat(mvc.get().uri(door).header("Authorization", token))
                .bodyText()
                .contains("Leaves", "\"reason\":\"Fine\"");
        assertThat(mvc.get().uri(door + "/history").header("Authorization", token))
                .bodyText()
                .contains("\"picked\":true");
        assertThat(mvc.get().uri(door + "/candidates").header("Authorization", token))
                .hasStatusOk();
        assertThat(mvc.put().uri(door + "/candidates/1/dismissal").header("Authorization", token))
                .hasStatus(204);
        assertThat(mvc.delete().uri(door + "/candidates/1/dismissal").header("Authorization", token))
                .hasStatus(204);
    }

    private MvcTestResult get(Member member, String path) {
        return mvc.get()
                .uri("/c/" + member.face().slug() + path)
                .cookie(people.cookie(member.person()))
                .exchange();
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
}
