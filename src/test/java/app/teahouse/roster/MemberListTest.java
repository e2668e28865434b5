package app.teahouse.roster;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.connections.Pools;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.members.Members;
import app.teahouse.members.SomeCircles;
import app.teahouse.roster.MemberList.Asked;
import app.teahouse.testing.Plans;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The member list: each of its forms, and that none of them reads a large circle from end to end. */
@TeahouseTest
class MemberListTest {
    @Autowired
    MemberList list;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    Plans plans;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester browser;

    private static boolean filled;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    private static Owner large;

    @BeforeEach
    void fillOnce() {
        if (!filled) {
            large = circles.someOwner();
            ScopedValue.where(Pools.FOR_JOBS, true).run(this::fill);
            filled = true;
        }
    }

    private void fill() {
        jdbc.update("""
                insert into members.membership
                       (circle_id, account_id, number, role, state, alias, sort_key, folded, joined_at, seen_at, ended_at)
                select ?, gen_random_uuid(), n, case when n % 1000 = 0 then 'volunteer' else 'member' end,
                       case when n % 50 = 7 then 'left' else 'active' end, 'Person ' || md5(n::text), ''::bytea,
                       'person ' || md5(n::text), now() - n * interval '1 minute', now() - n % 777 * interval '1 hour',
                       case when n % 50 = 7 then now() end
                  from generate_series(2, 20000) n
                """, large.circle().value());
        jdbc.execute("analyze members.membership");
    }

    private static Asked asked(
            @Nullable String search, @Nullable Role role, MemberList.State state, MemberList.Order order) {
        return new Asked(search, role, state, order, null);
    }

    private static final List<Asked> FORMS = List.of(
            asked(null, null, MemberList.State.ACTIVE, MemberList.Order.NUMBER),
            asked(null, null, MemberList.State.ACTIVE, MemberList.Order.NEWEST),
            asked(null, null, MemberList.State.ACTIVE, MemberList.Order.SEEN),
            asked(null, Role.MEMBER, MemberList.State.ACTIVE, MemberList.Order.NUMBER),
            asked(null, Role.VOLUNTEER, MemberList.State.ACTIVE, MemberList.Order.NUMBER),
            asked("person a", null, MemberList.State.ACTIVE, MemberList.Order.NUMBER),
            asked("person a", Role.VOLUNTEER, MemberList.State.ACTIVE, MemberList.Order.NUMBER),
            asked(null, null, MemberList.State.LEFT, MemberList.Order.NUMBER));

    @Test
    void every_form_reads_one_index_in_its_order() {
        for (var form : FORMS) {
            var first = list.list(large.member(), form, 20);
            var second = new Asked(form.search(), form.role(), form.state(), form.order(), first.next());
            for (var page : List.of(form, second)) {
                assertThat(plans.of(() -> list.list(large.member(), page, 20), "members.membership"))
                        .as(page.toString())
                        .contains("Index")
                        .doesNotContain("Seq Scan", "Sort");
            }
        }
    }

    @Test
    void the_staff_of_a_large_circle_are_found_by_an_index() {
        assertThat(plans.of(() -> members.staff(large.circle(), 6), "members.membership"))
                .contains("Index")
                .doesNotContain("Seq Scan");
    }

    @Autowired
    Members members;

    @Test
    void every_form_pages_through_all_and_names_nobody_twice() {
        var owner = circles.someOwner();
        for (var i = 0; i < 7; i++) {
            circles.join(owner, people.someone("Person " + i % 3), i == 3 ? Role.VOLUNTEER : Role.MEMBER);
        }
        for (var order : MemberList.Order.values()) {
            assertThat(numbers(owner.member(), asked(null, null, MemberList.State.ACTIVE, order)))
                    .hasSize(8)
                    .doesNotHaveDuplicates();
        }
        assertThat(numbers(owner.member(), asked("PERSON 1", null, MemberList.State.ACTIVE, MemberList.Order.NUMBER)))
                .containsExactly(3L, 6L);
        assertThat(numbers(
                        owner.member(), asked(null, Role.VOLUNTEER, MemberList.State.ACTIVE, MemberList.Order.NUMBER)))
                .containsExactly(5L);
        assertThat(numbers(owner.member(), asked("#4", null, MemberList.State.ACTIVE, MemberList.Order.NUMBER)))
                .containsExactly(4L);
    }

    private List<Long> numbers(Member member, Asked form) {
        var numbers = new ArrayList<Long>();
        var page = list.list(member, form, 2);
        while (true) {
            page.items().forEach(row -> numbers.add(row.card().number()));
            if (page.next() == null) {
                return numbers;
            }
            page = list.list(member, new Asked(form.search(), form.role(), form.state(), form.order(), page.next()), 2);
        }
    }

    @Test
    void when_somebody_was_seen_is_for_staff() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var form = asked(null, null, MemberList.State.LEFT, MemberList.Order.SEEN);
        assertThat(list.list(member, form, 20).items()).hasSize(2).allMatch(row -> row.seenAt() == null);
        assertThat(list.list(owner.member(), asked(null, null, MemberList.State.ACTIVE, MemberList.Order.SEEN), 20)
                        .items())
                .hasSize(2)
                .allMatch(row -> row.seenAt() != null);
    }

    @Test
    void the_pages_of_a_circle_show_its_members() {
        var owner = circles.someOwner();
        var member = circles.join(owner, people.someone("茶圣 <b>"));
        var slug = SomeCircles.slug(owner);
        var cookie = people.cookie(owner.member().person());
        assertThat(browser.get().uri("/c/" + slug + "/members?q=茶圣").cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("茶圣 &lt;b&gt;");
        assertThat(browser.get()
                        .uri("/c/" + slug + "/m/" + member.standing().number())
                        .cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("/removal", "/handover", "/role");
        for (var page : List.of("/membership", "/membership/end")) {
            assertThat(browser.get().uri("/c/" + slug + page).cookie(people.cookie(member.person())))
                    .hasStatusOk();
        }
        assertThat(browser.get().uri("/c/" + slug + "/m/99").cookie(cookie)).hasStatus(404);
        assertThat(browser.get().uri("/c/" + slug + "/m/x").cookie(cookie)).hasStatus(404);
    }

    @Test
    void a_name_that_no_text_can_hold_is_refused() {
        var owner = circles.someOwner();
        assertThat(browser.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/members")
                        .param("q", "\0")
                        .cookie(people.cookie(owner.member().person())))
                .hasStatus4xxClientError();
    }
}
