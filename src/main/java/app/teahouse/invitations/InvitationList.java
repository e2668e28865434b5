package app.teahouse.invitations;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The invitations of a circle, the newest first: staff see all, others their own. */
@Component
class InvitationList {
    static final int SIZE = 30;

    private final Db db;
    private final Codes codes;
    private final Clock clock;

    InvitationList(Db db, Codes codes, Clock clock) {
        this.db = db;
        this.codes = codes;
        this.clock = clock;
    }

    Cursor<InvitationView> list(Member member, @Nullable String before, int size) {
        var found = db.sql("""
                select i.invitation_id, i.name, i.role, i.uses, i.uses_most, i.expires_at, i.revoked_at, m.alias, i.made_at
                  from invitations.invitation i
                  left join members.membership m on m.circle_id = i.circle_id and m.account_id = i.made_by
                 where i.circle_id = :circle and i.invitation_id < :before
                """)
                .and(!member.isStaff(), "and i.made_by = :account")
                .and(true, "order by i.invitation_id desc limit :size")
                .with("circle", member.circle())
                .with("account", member.account())
                .with("before", before == null ? new UUID(-1, -1) : Ids.parse(before))
                .with("size", size + 1)
                .all((row, n) -> view(row));
        return Cursor.of(found, size, InvitationView::id);
    }

    InvitationView one(Member member, InvitationId id) {
        return db.sql("""
                select i.invitation_id, i.name, i.role, i.uses, i.uses_most, i.expires_at, i.revoked_at, m.alias, i.made_at
                  from invitations.invitation i
                  left join members.membership m on m.circle_id = i.circle_id and m.account_id = i.made_by
                 where i.circle_id = :circle and i.invitation_id = :id and (:staff or i.made_by = :account)
                """)
                .with("circle", member.circle())
                .with("id", id)
                .with("staff", member.isStaff())
                .with("account", member.account())
                .maybe((row, n) -> view(row))
                .orElseThrow(() -> Refusal.notFound("invitation.unknown"));
    }

    private InvitationView view(ResultSet row) throws SQLException {
        var id = new InvitationId(Db.uuid(row, 1));
        var most = (Integer) row.getObject(5);
        var expires = Db.maybeInstant(row, 6);
        var revoked = Db.maybeInstant(row, 7);
        var maker = row.getString(8);
        var live = revoked == null
                && (expires == null || expires.isAfter(clock.instant()))
                && (most == null || row.getInt(4) < most);
        return new InvitationView(
                Ids.text(id),
                row.getString(2),
                Db.constant(Role.class, row.getString(3)),
                "/i/" + codes.of(id),
                row.getInt(4),
                most,
                expires,
                revoked,
                maker == null ? "" : maker,
                Db.instant(row, 9),
                live);
    }

    /** How many still let people in; counted up to a thousand. */
    long live(CircleId circle) {
        return db.sql("""
                select count(*)
                  from (select 1
                          from invitations.invitation
                         where circle_id = :circle and revoked_at is null
                           and (expires_at is null or expires_at > :now)
                           and (uses_most is null or uses < uses_most)
                         limit 1000) live
                """).with("circle", circle).with("now", clock.instant()).one(Long.class);
    }
}
