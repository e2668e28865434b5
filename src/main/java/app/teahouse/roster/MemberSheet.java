package app.teahouse.roster;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.reservations.NotesOnMembers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one member's page. */
@Component
class MemberSheet {
    private final Db db;
    private final NotesOnMembers notes;

    MemberSheet(Db db, NotesOnMembers notes) {
        this.db = db;
        this.notes = notes;
    }

    /** Who left is known to staff only; to others they are no member. */
    MemberView of(Member reader, String number) {
        return db.sql("""
                select account_id, number, alias, picture, role, state, introduction, joined_at, seen_at, ended_at,
                       ended_reason
                  from members.membership
                 where circle_id = :circle and number = :number
                """)
                .with("circle", reader.circle())
                .with("number", Members.number(number))
                .maybe((row, n) -> view(reader, row))
                .filter(view -> view.card().active() || reader.isStaff())
                .map(view -> known(reader, view))
                .orElseThrow(() -> Refusal.notFound("member.unknown"));
    }

    /** Both null where nothing runs out: for good, for staff and guest experts, and where nobody pays. */
    record Time(@Nullable Instant endsAt, @Nullable Instant readsUntil) {}

    Time time(Member member) {
        return db.sql("""
                select m.speaks_until, m.reads_until
                  from members.membership m
                  join circles.circle c on c.circle_id = m.circle_id
                 where m.circle_id = :circle and m.account_id = :account and m.role in ('member', 'volunteer') and c.price = 'paid'
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .maybe((row, n) -> new Time(Db.maybeInstant(row, 1), Db.maybeInstant(row, 2)))
                .orElse(new Time(null, null));
    }

    /** The staff see what they know of a member, and so does the member. */
    private MemberView known(Member reader, MemberView view) {
        return reader.isStaff() || view.me()
                ? view.with(notes.of(reader.circle(), view.card().account())
                        .filter(known -> !known.isEmpty())
                        .orElse(null))
                : view;
    }

    private static MemberView view(Member reader, ResultSet row) throws SQLException {
        var active = row.getString(6).equals("active");
        var role = Db.constant(Role.class, row.getString(5));
        var card = new MemberCard(
                new AccountId(Db.uuid(row, 1)), row.getLong(2), row.getString(3), row.getString(4), role, active);
        var me = card.account().equals(reader.account());
        var above = active && reader.isStaff() && reader.role().isAbove(role);
        return new MemberView(
                reader.face(),
                card,
                row.getString(6),
                row.getString(7),
                Db.instant(row, 8),
                reader.isStaff() ? Db.instant(row, 9) : null,
                Db.maybeInstant(row, 10),
                reader.isStaff() ? row.getString(11) : null,
                me,
                active && !me && reader.role() == Role.OWNER,
                above ? rolesBelow(reader.role()) : List.of(),
                null);
    }

    static List<Role> rolesBelow(Role role) {
        return Arrays.stream(Role.values()).filter(role::isAbove).toList();
    }
}
