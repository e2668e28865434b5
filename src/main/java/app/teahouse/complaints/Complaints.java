package app.teahouse.complaints;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.members.Involvement;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.reports.Report;
import app.teahouse.reports.Reports;
import app.teahouse.reports.ThingView;
import app.teahouse.reports.Things;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads complaints, for operators. A page holds few: each asks for what was reported of it. */
@Component
class Complaints {
    static final int SIZE = 10;

    private final Db db;
    private final Circles circles;
    private final Members members;
    private final Reports reports;
    private final Things things;
    private final Involvement involvement;

    Complaints(Db db, Circles circles, Members members, Reports reports, Things things, Involvement involvement) {
        this.db = db;
        this.circles = circles;
        this.members = members;
        this.reports = reports;
        this.things = things;
        this.involvement = involvement;
    }

    private record Row(
            CircleId circle,
            ComplaintId id,
            String kind,
            UUID thing,
            @Nullable AccountId account,
            Instant openedAt,
            @Nullable String verdict,
            String reason,
            @Nullable Instant settledAt,
            ComplaintView.@Nullable Earlier earlier) {}

    /** Those that wait, who waits longest first; or those that were settled, the newest first. */
    Cursor<ComplaintView> page(Operator operator, boolean settled, @Nullable ComplaintId after) {
        var rows = db.sql("""
                select c.circle_id, c.complaint_id, c.kind, c.thing_id, c.account_id, c.opened_at, c.verdict, c.reason, c.settled_at,
                       e.verdict, e.reason, e.settled_at
                  from complaints.complaint c
                  left join lateral (select b.verdict, b.reason, b.settled_at
                                       from complaints.complaint b
                                      where b.circle_id = c.circle_id and b.kind = c.kind and b.thing_id = c.thing_id
                                        and b.state = 'settled' and b.complaint_id < c.complaint_id
                                      order by b.complaint_id desc
                                      limit 1) e on true
                 where true
                """)
                .and(settled, "and c.state = 'settled'")
                .and(!settled, "and c.state = 'open'")
                .and(settled && after != null, "and c.complaint_id < :after")
                .and(!settled && after != null, """
                   and (c.opened_at, c.complaint_id) > (select a.opened_at, a.complaint_id from complaints.complaint a
                                                     where a.complaint_id = :after)
                """)
                .and(settled, "order by c.complaint_id desc limit :most")
                .and(!settled, "order by c.opened_at, c.complaint_id limit :most")
                .with("after", after)
                .with("most", SIZE + 1)
                .all((row, n) -> read(row));
        var page = Cursor.of(rows, SIZE, row -> Ids.text(row.id()));
        var asked = page.items().stream().map(Row::circle).distinct().toList();
        var faces = circles.byIds(asked);
        var nearness = involvement.of(operator, asked);
        return new Cursor<>(
                page.items().stream()
                        .map(row -> view(
                                row,
                                faces.containsKey(row.circle())
                                        ? faces.get(row.circle()).face()
                                        : null,
                                nearness.getOrDefault(row.circle(), Involvement.Of.NONE)))
                        .toList(),
                page.next());
    }

    private ComplaintView view(Row row, @Nullable Face face, Involvement.Of nearness) {
        var ref = new Things.Ref(row.kind(), row.thing());
        var thing = things.views(row.circle(), List.of(ref)).get(ref);
        return new ComplaintView(
                row.id(),
                row.circle(),
                face,
                row.kind(),
                row.account() == null
                        ? null
                        : members.card(row.circle(), row.account())
                                .map(MemberCard::alias)
                                .orElse(null),
                path(row, thing),
                row.openedAt(),
                said(row),
                row.earlier(),
                row.verdict(),
                row.reason(),
                row.settledAt(),
                nearness);
    }

    /** What was said for this decision, not for the one before or after it. */
    private List<Report> said(Row row) {
        var earlier = row.earlier();
        var since = earlier == null ? Instant.EPOCH : earlier.at();
        var until = row.settledAt();
        return reports.of(row.circle(), row.kind(), row.thing(), since).stream()
                .filter(report -> until == null || !report.madeAt().isAfter(until))
                .toList();
    }

    private static @Nullable String path(Row row, @Nullable ThingView thing) {
        if (row.kind().equals(CircleThing.KIND)) {
            return "/about";
        }
        return thing == null ? null : thing.path();
    }

    private static Row read(ResultSet row) throws SQLException {
        var account = Db.maybeUuid(row, 5);
        var decided = row.getString(10);
        return new Row(
                new CircleId(Db.uuid(row, 1)),
                new ComplaintId(Db.uuid(row, 2)),
                row.getString(3),
                Db.uuid(row, 4),
                account == null ? null : new AccountId(account),
                Db.instant(row, 6),
                row.getString(7),
                row.getString(8),
                Db.maybeInstant(row, 9),
                decided == null ? null : new ComplaintView.Earlier(decided, row.getString(11), Db.instant(row, 12)));
    }
}
