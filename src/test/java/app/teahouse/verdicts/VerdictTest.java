package app.teahouse.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.endings.DeleteCircle;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.Enrol;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What the operator decides about a circle, and what its owner may say to it. */
@TeahouseTest
class VerdictTest {
    @Autowired
    MakeVerdict makeVerdict;

    @Autowired
    EndVerdict endVerdict;

    @Autowired
    Appeal appeal;

    @Autowired
    ThawCircles thawCircles;

    @Autowired
    DeleteCircle deleteCircle;

    @Autowired
    SomeCircles circles;

    @Autowired
    Circles stored;

    @Autowired
    SomePeople people;

    @Autowired
    Enrol enrol;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Member member;
    Person desk;
    Operator operator;

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
        desk = people.someOperator();
        operator = gate.operator(new Visitor(desk));
    }

    private VerdictId make(Verdict.Kind kind, @Nullable Integer days) {
        return makeVerdict.make(
                operator, owner.circle(), new MakeVerdict.Wish(kind, "Fakes", days, false, null, false));
    }

    private Circle circle() {
        return stored.fresh(owner.circle()).orElseThrow();
    }

    private String page(String path, Person reader) throws UnsupportedEncodingException {
        return browser.get()
                .uri(path)
                .cookie(people.cookie(reader))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void of_many_operators_at_once_one_freezes_and_nobody_speaks_joins_or_is_paid_out() throws Exception {
        var payout = payout();
        var all = AtOnce.run(8, () -> make(Verdict.Kind.FROZEN, null));
        assertThat(all.done()).hasSize(1);
        assertThat(all.refused()).hasSize(7).containsOnly("circle.halted");

        assertThat(circle().state()).isEqualTo(Circle.State.FROZEN);
        var again = circles.again(member);
        assertThatThrownBy(() -> gate.speaker(again, Surface.POST)).hasMessage("circle.frozen");
        var newcomer = people.someone("Late");
        assertThatThrownBy(() ->
                        transaction.execute(_ -> enrol.enrol(owner.circle(), newcomer.account(), Role.MEMBER, 0, null)))
                .hasMessage("circle.frozen");
        assertThat(page("/c/" + SomeCircles.slug(owner), member.person())).contains("froze this circle");
        browser.post()
                .uri("/site/money/payouts/batches")
                .cookie(people.cookie(desk))
                .with(csrf())
                .exchange();
        assertThat(state(payout)).isEqualTo("waiting");

        endVerdict.end(operator, owner.circle(), all.done().getFirst(), "All real", false);
        assertThat(circle().state()).isEqualTo(Circle.State.ACTIVE);
        browser.post()
                .uri("/site/money/payouts/batches")
                .cookie(people.cookie(desk))
                .with(csrf())
                .exchange();
        assertThat(state(payout)).isEqualTo("sent");
        assertThat(page(
                        "/c/" + SomeCircles.slug(owner) + "/manage/log",
                        owner.member().person()))
                .contains("froze the circle", "Fakes", "lifted the freeze", "All real");
        assertThat(page("/site/log", desk)).contains("frozen", "Fakes");
    }

    private UUID payout() {
        var id = Ids.next();
        jdbc.update("""
                insert into payouts.payout
                       (circle_id, payout_id, day, amount, currency, label, sealed, state, asked_by, asked_at, ready_at)
                values (?, ?, current_date, 10000, 'CNY', 'Bank', '\\x00', 'waiting', ?, now() - interval '2 days', now() - interval '1 day')
                """, owner.circle().value(), id, owner.account().value());
        return id;
    }

    private @Nullable String state(UUID payout) {
        return jdbc.queryForObject(
                "select state from payouts.payout where circle_id = ? and payout_id = ?",
                String.class,
                owner.circle().value(),
                payout);
    }

    @Test
    void what_a_closed_circle_asked_for_is_held_until_an_operator_lets_it_go_once() throws Exception {
        var payout = payout();
        make(Verdict.Kind.FROZEN, null);
        make(Verdict.Kind.CLOSED, 30);
        desk("/site/money/payouts/batches");
        assertThat(state(payout)).isEqualTo("waiting");
        assertThat(page("/site/money/payouts", desk)).contains("Held", "Release");

        var there = "/site/money/payouts/" + owner.circle().value() + "/" + payout + "/release";
        var all = AtOnce.run(6, () -> desk(there));
        assertThat(all.done().stream().filter(status -> status == 303)).hasSize(1);
        assertThat(all.done().stream().filter(status -> status == 409)).hasSize(5);
        desk("/site/money/payouts/batches");
        assertThat(state(payout)).isEqualTo("sent");
    }

    private int desk(String path, String... said) {
        var request = browser.post().uri(path).cookie(people.cookie(desk)).with(csrf());
        for (var i = 0; i < said.length; i += 2) {
            request = request.param(said[i], said[i + 1]);
        }
        return request.exchange().getResponse().getStatus();
    }

    @Test
    void an_owner_who_deletes_a_circle_is_not_quicker_than_the_operator_who_closes_it() {
        deleteCircle.delete(owner);
        var id = make(Verdict.Kind.CLOSED, 30);
        assertThatThrownBy(() -> deleteCircle.keep(owner)).hasMessage("circle.not-deleting");
        assertThatThrownBy(() -> make(Verdict.Kind.CLOSED, 30)).hasMessage("circle.halted");

        endVerdict.end(operator, owner.circle(), id, "A mistake", false);
        assertThat(circle().state()).isEqualTo(Circle.State.DELETING);
        assertThat(circle().deleteAt()).isAfter(Instant.now().plus(Duration.ofDays(13)));
        deleteCircle.keep(owner);
        assertThat(circle().state()).isEqualTo(Circle.State.ACTIVE);
    }

    @Test
    void what_waited_before_it_was_kept_out_of_discover_waits_again_once_the_last_decision_is_taken_back()
            throws Exception {
        jdbc.update(
                "update circles.circle set listing = 'waiting' where circle_id = ?",
                owner.circle().value());
        var two = List.of(make(Verdict.Kind.UNLISTED, null), make(Verdict.Kind.UNLISTED, null));
        var next = new AtomicInteger();
        AtOnce.run(2, () -> {
            endVerdict.end(operator, owner.circle(), two.get(next.getAndIncrement()), "A mistake", false);
            return true;
        });
        assertThat(circle().listing()).isEqualTo(Circle.Listing.WAITING);
        var third = make(Verdict.Kind.UNLISTED, null);
        assertThat(circle().listing()).isEqualTo(Circle.Listing.REFUSED);
        endVerdict.end(operator, owner.circle(), third, "A mistake", false);
        assertThat(page(
                        "/c/" + SomeCircles.slug(owner) + "/manage/log",
                        owner.member().person()))
                .contains("it stands there as it did before");
    }

    /** The end waits for the circle's row, and reads only then which others hold. */
    @Test
    void a_decision_that_ends_while_another_is_made_leaves_the_circle_out() throws Exception {
        var first = make(Verdict.Kind.UNLISTED, null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = transaction.execute(_ -> {
                make(Verdict.Kind.UNLISTED, null);
                var end = threads.submit(() -> endVerdict.end(operator, owner.circle(), first, "A mistake", false));
                var maker = jdbc.queryForObject("select pg_backend_pid()", Integer.class);
                await().untilAsserted(() -> assertThat(jdbc.queryForObject("""
                                select exists (select 1 from pg_locks
                                                where not granted and ? = any(pg_blocking_pids(pid)))
                                """, Boolean.class, maker))
                        .isTrue());
                return end;
            });
            ended.get();
        }
        assertThat(circle().listing()).isEqualTo(Circle.Listing.REFUSED);

        var listing = "/site/circles/" + owner.circle().value() + "/listing";
        assertThat(desk(listing)).isEqualTo(409);
        assertThat(circle().listing()).isEqualTo(Circle.Listing.REFUSED);
        assertThat(page("/site/circles?q=" + SomeCircles.slug(owner), desk)).contains("keeps this circle out");
    }

    /** The only operator of the site, for a moment that never was. */
    private void alone(ThrowingRunnable action) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "update accounts.account set operator = false where operator and account_id <> ?",
                    desk.account().value());
            try {
                action.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            status.setRollbackOnly();
        });
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    private long judgedAlone() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from log.entry where circle_id = ? and kind = 'judged_alone'",
                Long.class,
                owner.circle().value()));
    }

    @Test
    void who_lets_money_go_or_a_circle_into_discover_is_not_in_it_or_says_so() throws Exception {
        var payout = payout();
        circles.join(owner, desk, Role.MEMBER);
        makeVerdict.make(
                new Operator(people.someOperator()),
                owner.circle(),
                new MakeVerdict.Wish(Verdict.Kind.CLOSED, "Fakes", 30, false, null, false));
        var release = "/site/money/payouts/" + owner.circle().value() + "/" + payout + "/release";
        var listing = "/site/circles/" + owner.circle().value() + "/listing";
        alone(() -> {
            assertThat(page("/site/money/payouts", desk))
                    .contains("id=\"alone-" + Ids.text(new VerdictId(payout)), "nobody else can decide");
            assertThat(desk(release)).isEqualTo(422);
            assertThat(desk(listing)).isEqualTo(422);
        });
        alone(() -> {
            assertThat(desk(release, "alone", "true")).isEqualTo(303);
            assertThat(judgedAlone()).isEqualTo(1);
            assertThat(desk(listing, "alone", "true")).isEqualTo(303);
            assertThat(judgedAlone()).isEqualTo(2);
        });
        assertThat(desk(release)).isEqualTo(409);
        assertThat(desk(listing)).isEqualTo(409);
        assertThat(page("/site/money/payouts", desk))
                .contains("Another operator decides")
                .doesNotContain(Ids.text(new VerdictId(payout)) + "/release");
    }

    @Test
    void nobody_decides_about_a_circle_they_are_in_but_who_is_alone_and_says_so() throws Exception {
        circles.join(owner, desk, Role.MEMBER);
        assertThatThrownBy(() -> make(Verdict.Kind.WARNED, null)).hasMessage("verdict.own-circle");
        var url = "/site/circles/" + owner.circle().value() + "/verdicts";
        assertThat(page(url, desk)).contains("Another operator decides").doesNotContain("name=\"reason\"");

        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "update accounts.account set operator = false where operator and account_id <> ?",
                    desk.account().value());
            assertThatThrownBy(() -> make(Verdict.Kind.WARNED, null)).hasMessage("verdict.alone");
            makeVerdict.make(
                    operator,
                    owner.circle(),
                    new MakeVerdict.Wish(Verdict.Kind.WARNED, "Mine, too", null, false, null, true));
            assertThat(jdbc.queryForList(
                            "select kind from log.entry where circle_id = ?",
                            String.class,
                            owner.circle().value()))
                    .contains("judged_alone", "warned");
            status.setRollbackOnly();
        });
    }

    @Test
    void a_freeze_ends_on_its_day_and_all_are_told_of_both() {
        make(Verdict.Kind.FROZEN, 3);
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from notify.broadcast where circle_id = ?",
                        String.class,
                        owner.circle().value()))
                .contains("circle_frozen"));
        thawCircles.step(Instant.now().plus(Duration.ofDays(2)));
        assertThat(circle().state()).isEqualTo(Circle.State.FROZEN);
        thawCircles.step(Instant.now().plus(Duration.ofDays(4)));
        assertThat(circle().state()).isEqualTo(Circle.State.ACTIVE);
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from notify.broadcast where circle_id = ?",
                        String.class,
                        owner.circle().value()))
                .contains("circle_resumed"));
    }

    @Test
    void an_owner_appeals_where_they_read_why_and_the_operator_answers_and_takes_it_back() throws Exception {
        var id = make(Verdict.Kind.FROZEN, null);
        var url = "/c/" + SomeCircles.slug(owner) + "/manage/verdicts/" + Ids.text(id);
        assertThat(page(url, owner.member().person())).contains("Fakes", "Send to the operator");
        assertThat(browser.post()
                        .uri(url + "/lines")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf())
                        .param("text", "They are replicas, and sold as such"))
                .hasStatus(303);
        assertThat(page("/site/verdicts", desk)).contains("Appeal waits", "for you)");
        assertThat(page("/site/circles/" + owner.circle().value() + "/verdicts/" + Ids.text(id), desk))
                .contains("They are replicas");

        appeal.answer(operator, owner.circle(), id, "Then say so in the rules");
        assertThat(page(url, owner.member().person())).contains("Then say so in the rules");
        endVerdict.end(operator, owner.circle(), id, "Settled", false);
        assertThatThrownBy(() -> endVerdict.end(operator, owner.circle(), id, "Again", false))
                .hasMessage("verdict.over");
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select detail from notify.notice where account_id = ? and kind = 'circle_warned'",
                        String.class,
                        owner.account().value()))
                .contains("frozen", "answered", "frozen-ended"));
    }

    @Test
    void a_closed_circle_is_read_by_its_members_until_its_day_and_only_the_operator_thinks_again() throws Exception {
        assertThatThrownBy(() -> make(Verdict.Kind.CLOSED, 3)).hasMessage("field.range");
        var id = make(Verdict.Kind.CLOSED, 30);
        var slug = SomeCircles.slug(owner);
        assertThat(page("/site/circles/" + owner.circle().value() + "/verdicts", desk))
                .contains("value=\"warned\"", "It is closed")
                .doesNotContain("value=\"frozen\"", "value=\"closed\"");
        assertThat(page("/c/" + slug, member.person())).contains("closes this circle");
        assertThat(browser.get().uri("/c/" + slug + "/about")).hasStatus(404);
        assertThat(browser.post()
                        .uri("/c/" + slug + "/manage/settings/deletion/end")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf()))
                .hasStatus(403);
        assertThat(browser.post()
                        .uri("/c/" + slug + "/manage/export")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf()))
                .hasStatus(303);
        endVerdict.end(operator, owner.circle(), id, "A mistake", false);
        assertThat(circle().state()).isEqualTo(Circle.State.ACTIVE);
        assertThat(circle().deleteAt()).isNull();
    }
}
