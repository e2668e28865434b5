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
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    List<Lines> rooms;

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
                .param("at", Timestamp.from(NOON))
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
                .isSortedAccordingTo(Comparator.<String>naturalOrder().reversed());
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

    /** Of thousands of rows a page in the middle reads about as many as it shows; measured, so it holds for the statements as they are. */
    @Test
    void what_grows_goes_on_by_an_index() {
        fill(owner, member.account(), 1);
        many("""
                insert into staffnotes.note (circle_id, note_id, account_id, body, made_by, made_at)
                select :circle, gen_random_uuid(), :account, 'Note', :owner, cast(:at as timestamptz) - n * interval '1 minute'
                  from generate_series(1, 3000) n
                """);
        many("""
                insert into log.entry (circle_id, entry_id, kind, by_id, whose_id, about, reason, at)
                select :circle, gen_random_uuid(), 'strike', :owner, :account, '', '', cast(:at as timestamptz) - n * interval '1 minute'
                  from generate_series(1, 3000) n
                """);
        many("""
                insert into content.post (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state, created_at,
                                          published_at, active_at)
                select :circle, gen_random_uuid(), 100 + n, :account, 'Tea', 'Tea', '<p>Tea</p>', 'Tea', 1, 'live', at, at, at
                  from generate_series(1, 3000) n, lateral (select cast(:at as timestamptz) - n * interval '1 minute' as at) a
                """);
        many("""
                insert into comments.comment (circle_id, comment_id, post_id, thread_id, form_id, author_id, body, html, state, made_at)
                select :circle, c.id, p.post_id, c.id, gen_random_uuid(), :account, 'Tea', '<p>Tea</p>', 'live', p.published_at
                  from content.post p, lateral (select gen_random_uuid() as id, p.number) c
                 where p.circle_id = :circle
                """);
        many("""
                insert into reading.position (circle_id, account_id, number, part, moved_at, opened_at, finished_at)
                select :circle, :account, p.number, 1000, p.published_at, p.published_at, p.published_at
                  from content.post p
                 where p.circle_id = :circle
                """);
        jdbc.sql("analyze staffnotes.note, log.entry, content.post, comments.comment, reading.position")
                .update();
        var before = Before.end(owner.member(), member.account(), null, 31)
                .from(Before.key(new Line(NOON.minusSeconds(60_000), "read", Ids.next(), "", "", "", null, null)));
        for (var room : rooms) {
            var read = transaction.execute(_ -> {
                var from = rowsRead();
                assertThat(room.before(before)).hasSizeLessThanOrEqualTo(31);
                return rowsRead() - from;
            });
            assertThat(read).as(room.getClass().getSimpleName()).isLessThan(200);
        }
    }

    /** By this connection, which may have read before. */
    private long rowsRead() {
        return jdbc.sql("""
                select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)
                  from pg_stat_xact_user_tables
                 where schemaname || '.' || relname in
                       ('staffnotes.note', 'log.entry', 'content.post', 'comments.comment', 'reading.position')
                """).query(Long.class).single();
    }

    private void many(String sql) {
        run(sql, owner, member.account());
    }
}
