package app.teahouse.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happened with a member, from many rooms, by key: no gap, nothing twice, nothing of other circles, no money for who may not see it. */
@TeahouseTest
class TimelineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    Timeline timeline;

    @Autowired
    SomeCircles circles;

    @Autowired
    Db db;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Owner owner;
    Member member;
    Staff staff;

    @BeforeEach
    void aMember() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
        staff = circles.staff(owner);
    }

    /** Many things at the same moment in five rooms, which only kinds and ids keep apart. */
    private void fill(Owner owner, AccountId account, int each) {
        for (var i = 0; i < each; i++) {
            run("""
                    insert into staffnotes.note (circle_id, note_id, account_id, body, made_by, made_at)
                    values (:circle, :id, :account, 'Note', :owner, :at)
                    """, owner, account);
            run("""
                    insert into log.entry (circle_id, entry_id, kind, by_id, whose_id, about, reason, at)
                    values (:circle, :id, 'strike', :owner, :account, '', 'Rule 1', :at)
                    """, owner, account);
            run("""
                    insert into content.post (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state,
                                              created_at, published_at, active_at)
                    select :circle, :id, coalesce(max(number), 0) + 1, :account, 'Tea', 'Tea', '<p>Tea</p>', 'Tea', 1, 'live', :at, :at, :at
                      from content.post
                     where circle_id = :circle
                    """, owner, account);
            run("""
                    insert into letters.letter (circle_id, letter_id, account_id, matter, subject, state, waits, waits_since, opened_at,
                                                last_at, closed_at)
                    values (:circle, :id, :account, 'other', 'Tea', 'closed', 'staff', :at, :at, :at, :at)
                    """, owner, account);
            run("""
                    insert into orders.entry (circle_id, order_id, number, account_id, kind, plan_id, title, list_amount, amount, currency,
                                              state, made_at, paid_at, ended_at, settled)
                    values (:circle, :id, cast(:id as text), :account, 'join', :circle, 'A year', 19900, 19900, 'CNY', 'done',
                            :at, :at, :at, true)
                    """, owner, account);
        }
        run(
                "update members.membership set joined_at = :at where circle_id = :circle and account_id = :account",
                owner,
                account);
    }

    private void run(String sql, Owner owner, AccountId account) {
        jdbc.sql(sql)
                .param("circle", owner.circle().value())
                .param("account", account.value())
                .param("owner", owner.account().value())
                .param("id", Ids.next())
                .param("at", java.sql.Timestamp.from(NOON))
                .update();
    }

    private List<Line> all(Staff reader, Lines.@Nullable Group group, int size) {
        var card = timeline.card(reader, String.valueOf(member.standing().number()));
        var lines = new ArrayList<Line>();
        @Nullable String before = null;
        do {
            var page = timeline.page(reader, card, group, before, size);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            page.items().forEach(told -> lines.add(told.line()));
            before = page.next();
        } while (before != null);
        return lines;
    }

    @Test
    void pages_through_equal_moments_of_many_rooms_have_no_gap_and_nothing_twice() {
        fill(owner, member.account(), 7);
        var whole = all(staff, null, 100);
        assertThat(whole).hasSize(36).doesNotHaveDuplicates();
        assertThat(whole)
                .extracting(Line::kind)
                .containsOnly("note", "log_strike", "post", "letter", "paid", "joined")
                .isSortedAccordingTo(java.util.Comparator.<String>naturalOrder().reversed());
        assertThat(all(staff, null, 3)).isEqualTo(whole);
        assertThat(all(staff, null, 1)).isEqualTo(whole);
        assertThat(all(staff, Lines.Group.ORDER, 4))
                .isEqualTo(whole.stream()
                        .filter(line -> List.of("note", "log_strike", "letter").contains(line.kind()))
                        .toList());
        assertThat(all(staff, Lines.Group.COMING, 4)).extracting(Line::kind).containsExactly("joined");
    }

    @Test
    void nothing_of_another_circle_stands_here() {
        var other = circles.someOwner();
        circles.join(other, member.person());
        fill(other, member.account(), 2);
        fill(owner, owner.account(), 2);
        assertThat(all(staff, null, 10)).extracting(Line::kind).containsExactly("joined");
    }

    @Test
    void admins_see_no_money_and_nobody_sees_who_is_not_below() {
        fill(owner, member.account(), 1);
        var admin = circles.someAdmin(owner);
        assertThat(all(admin, null, 10))
                .extracting(Line::kind)
                .contains("letter", "note")
                .doesNotContain("paid");
        assertThat(all(admin, Lines.Group.MONEY, 10)).isEmpty();
        assertThat(all(staff, Lines.Group.MONEY, 10))
                .extracting(line -> line.money() == null ? 0 : line.money().minor())
                .containsExactly(19900L);
        assertThatThrownBy(() -> timeline.card(
                        admin, String.valueOf(owner.member().standing().number())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("role.not-above");
    }

    @Test
    void a_page_costs_one_statement_a_room_however_much_happened() {
        var card = timeline.card(staff, String.valueOf(member.standing().number()));
        Db.countFrom0();
        timeline.page(staff, card, null, null, 30);
        var few = Db.statements();
        fill(owner, member.account(), 20);
        Db.countFrom0();
        timeline.page(staff, card, null, null, 30);
        assertThat(Db.statements()).isLessThanOrEqualTo(few + 1).isLessThanOrEqualTo(16);
        Db.countFrom0();
        timeline.page(staff, card, Lines.Group.COMING, null, 30);
        assertThat(Db.statements()).isLessThanOrEqualTo(5);
    }

    /** On large tables, with sequential scans and sorts as dear as they are there. */
    @Test
    void what_grows_goes_on_by_an_index() {
        fill(owner, member.account(), 1);
        plan("content.post", "author_id", "published_at", "post_id", "and published_at is not null", "post_written");
        plan("comments.comment", "author_id", "made_at", "comment_id", "", "comment_written");
        plan("log.entry", "whose_id", "at", "entry_id", "", "entry_whose_at");
        plan("staffnotes.note", "account_id", "made_at", "note_id", "", "note_of_member");
    }

    private void plan(String table, String whose, String at, String id, String only, String index) {
        var statement = "explain " + Before.LINES + "select " + at + " as at, 'post' as kind, " + id
                + " as id, '' as text, '' as quote, '' as path, cast(null as uuid) as by_id" + Before.NO_MONEY + "from "
                + table + " where circle_id = :circle and " + whose + " = :account " + only + Before.REST;
        var plan = transaction.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            return jdbc.sql(statement)
                    .param("circle", owner.circle().value())
                    .param("account", member.account().value())
                    .param("at", java.sql.Timestamp.from(NOON))
                    .param("kind", "post")
                    .param("id", Ids.next())
                    .param("most", 31)
                    .query(String.class)
                    .list();
        });
        var text = String.join("\n", plan);
        assertThat(text).contains(index).doesNotContain("Seq Scan").doesNotContainPattern("(?<!Incremental )Sort  ");
        assertThat(text).containsPattern("Index Cond:.* ROW\\(|Index Cond:.*" + at + " <=|Index Cond:.*" + at);
    }
}
