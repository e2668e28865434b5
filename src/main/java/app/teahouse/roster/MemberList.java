package app.teahouse.roster;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The members of a circle, however many: each form of the list reads one index in order and pages by key. What is searched for
 * goes before the role, the role before the order.
 */
@Component
class MemberList {
    static final int SIZE = 50;

    private final Db db;

    MemberList(Db db) {
        this.db = db;
    }

    enum Order {
        NUMBER,
        NEWEST,
        SEEN
    }

    enum State {
        ACTIVE,
        LEFT,
        REMOVED,
        EXPIRED
    }

    /**
     * What is asked for. Last seen and those who are gone are for staff only; for others they are as if not asked.
     *
     * @param search the beginning of an alias, or a number
     * @param before where the page before ended
     */
    record Asked(
            @Nullable String search,
            @Nullable Role role,
            State state,
            Order order,
            @Nullable String before) {

        Asked openTo(Member member) {
            return member.isStaff()
                    ? this
                    : new Asked(search, role, State.ACTIVE, order == Order.SEEN ? Order.NUMBER : order, before);
        }
    }

    Cursor<MemberRow> list(Member member, Asked wish, int size) {
        var found = find(member.circle(), wish.openTo(member), size);
        return member.isStaff()
                ? found
                : new Cursor<>(
                        found.items().stream().map(MemberRow::withoutSeen).toList(), found.next());
    }

    /** Those of a page that another room knows, in its order. */
    Cursor<MemberRow> these(CircleId circle, Cursor<AccountId> page) {
        var rows = db.sql("""
                select account_id, number, alias, picture, role, state, joined_at, seen_at, introduction
                  from members.membership
                 where circle_id = :circle and account_id = any(:accounts) and state = 'active'
                 order by account_id
                """).with("circle", circle).withIds("accounts", page.items()).all((row, n) -> row(row));
        return new Cursor<>(rows, page.next());
    }

    private Cursor<MemberRow> find(CircleId circle, Asked asked, int size) {
        var search = asked.search() == null ? "" : asked.search().strip().replaceFirst("^[@#]", "");
        if (asked.state() != State.ACTIVE) {
            return byState(circle, asked, size);
        }
        if (Members.isNumber(search)) {
            return new Cursor<>(numbered(circle, Long.parseLong(search)), null);
        }
        if (asked.role() != null && asked.role() != Role.MEMBER) {
            return byRole(circle, asked, asked.role(), Folding.folded(search), size);
        }
        if (!search.isEmpty()) {
            return byName(circle, asked, Folding.folded(search), size);
        }
        return asked.order() == Order.SEEN ? bySeen(circle, asked, size) : byNumber(circle, asked, size);
    }

    private List<MemberRow> numbered(CircleId circle, long number) {
        return db.sql("""
                select account_id, number, alias, picture, role, state, joined_at, seen_at, introduction
                  from members.membership
                 where circle_id = :circle and number = :number and state = 'active'
                """).with("circle", circle).with("number", number).all((row, n) -> row(row));
    }

    private Cursor<MemberRow> byNumber(CircleId circle, Asked asked, int size) {
        var newest = asked.order() == Order.NEWEST;
        var onlyPlain = asked.role() == Role.MEMBER;
        var rows = db.sql("""
                select account_id, number, alias, picture, role, state, joined_at, seen_at, introduction
                  from members.membership
                 where circle_id = :circle and state = 'active'
                """)
                .and(onlyPlain, "and role = 'member'")
                .and(newest, "and number < :before order by number desc limit :size")
                .and(!newest, "and number > :before order by number limit :size")
                .with("circle", circle)
                .with("before", number(asked.before(), newest ? Long.MAX_VALUE : 0))
                .with("size", size + 1)
                .all((row, n) -> row(row));
        return Cursor.of(rows, size, row -> String.valueOf(row.card().number()));
    }

    private Cursor<MemberRow> byRole(CircleId circle, Asked asked, Role role, String beginning, int size) {
        var rows = db.sql("""
                select account_id, number, alias, picture, role, state, joined_at, seen_at, introduction
                  from members.membership
                 where circle_id = :circle and state = 'active' and role = :role and role <> 'member' and number > :before
                   and folded >= :from and folded < :to
                 order by number
                 limit :size
                """)
                .with("circle", circle)
                .with("role", role)
                .with("before", number(asked.before(), 0))
                .with("from", beginning)
                .with("to", beginning + Character.toString(Character.MAX_CODE_POINT))
                .with("size", size + 1)
                .all((row, n) -> row(row));
        return Cursor.of(rows, size, row -> String.valueOf(row.card().number()));
    }

    private Cursor<MemberRow> byName(CircleId circle, Asked asked, String beginning, int size) {
        var key = Key.read(asked.before(), beginning);
        var rows = db.sql("""
                select account_id, number, alias, picture, role, state, joined_at, seen_at, introduction
                  from members.membership
                 where circle_id = :circle and state = 'active' and folded < :to
                   and (folded, number) > (:folded, :number)
                 order by folded, number
                 limit :size
                """)
                .with("circle", circle)
                .with("to", beginning + Character.toString(Character.MAX_CODE_POINT))
                .with("folded", key.text())
                .with("number", key.number())
                .with("size", size + 1)
                .all((row, n) -> row(row));
        return Cursor.of(
                rows,
                size,
                row -> new Key(Folding.folded(row.card().alias()), row.card().number()).write());
    }

    private Cursor<MemberRow> bySeen(CircleId circle, Asked asked, int size) {
        var key = Key.read(asked.before(), "9999-12-31T00:00:00Z");
        var rows = db.sql("""
                select account_id, number, alias, picture, role, state, joined_at, seen_at, introduction
                  from members.membership
                 where circle_id = :circle and state = 'active' and (seen_at, number) < (:seen, :number)
                 order by seen_at desc, number desc
                 limit :size
                """)
                .with("circle", circle)
                .with("seen", key.moment())
                .with("number", asked.before() == null ? Long.MAX_VALUE : key.number())
                .with("size", size + 1)
                .all((row, n) -> row(row));
        return Cursor.of(
                rows,
                size,
                row -> new Key(String.valueOf(row.seenAt()), row.card().number()).write());
    }

    private Cursor<MemberRow> byState(CircleId circle, Asked asked, int size) {
        var rows = db.sql("""
                select account_id, number, alias, picture, role, state, joined_at, seen_at, introduction
                  from members.membership
                 where circle_id = :circle and state = :state and number < :before
                 order by number desc
                 limit :size
                """)
                .with("circle", circle)
                .with("state", asked.state())
                .with("before", number(asked.before(), Long.MAX_VALUE))
                .with("size", size + 1)
                .all((row, n) -> row(row));
        return Cursor.of(rows, size, row -> String.valueOf(row.card().number()));
    }

    private static long number(@Nullable String before, long from) {
        return before != null && Members.isNumber(before) ? Long.parseLong(before) : from;
    }

    private static MemberRow row(ResultSet row) throws SQLException {
        var state = row.getString(6);
        var card = new MemberCard(
                new AccountId(Db.uuid(row, 1)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Db.constant(Role.class, row.getString(5)),
                state.equals("active"));
        return new MemberRow(card, state, Db.instant(row, 7), Db.instant(row, 8), row.getString(9));
    }

    /** Where a page ended that is not in the order of numbers. */
    private record Key(String text, long number) {

        static Key read(@Nullable String before, String from) {
            if (before == null) {
                return new Key(from, 0);
            }
            try {
                var plain = new String(Base64.getUrlDecoder().decode(before), StandardCharsets.UTF_8);
                var space = plain.indexOf(' ');
                return new Key(plain.substring(space + 1), Long.parseLong(plain.substring(0, space)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                return new Key(from, 0);
            }
        }

        Instant moment() {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                return Instant.EPOCH;
            }
        }

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((number + " " + text).getBytes(StandardCharsets.UTF_8));
        }
    }
}
