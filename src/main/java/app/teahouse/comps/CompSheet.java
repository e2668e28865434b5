package app.teahouse.comps;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.plans.Calendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads guest passes: somebody's own, and those of a circle. */
@Component
class CompSheet {
    static final int SIZE = 50;

    private final Db db;
    private final Members members;
    private final Clock clock;

    CompSheet(Db db, Members members, Clock clock) {
        this.db = db;
        this.members = members;
        this.clock = clock;
    }

    private record Row(
            CompId id,
            AccountId account,
            @Nullable String plan,
            @Nullable LocalDate last,
            String reason,
            Instant givenAt) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    new CompId(Db.uuid(row, 1)),
                    new AccountId(Db.uuid(row, 2)),
                    row.getString(3),
                    Db.maybeDay(row, 4),
                    row.getString(5),
                    Db.instant(row, 6));
        }

        CompView of(MemberCard card, LocalDate today) {
            return new CompView(id, card, plan, last, reason, givenAt, last != null && last.isBefore(today));
        }
    }

    /** The one that a member has now. */
    Optional<CompView> of(Face circle, MemberCard card) {
        return db.sql("""
                select c.comp_id, c.account_id, p.name, c.last_day, c.reason, c.given_at
                  from comps.comp c
                  left join plans.plan p on p.circle_id = c.circle_id and p.plan_id = c.plan_id
                 where c.circle_id = :circle and c.account_id = :account and c.ended_at is null
                """)
                .with("circle", circle.id())
                .with("account", card.account())
                .maybe((row, n) -> Row.read(row))
                .map(row -> row.of(card, today(circle)))
                .filter(view -> !view.over());
    }

    /** Those that were given and not ended, the newest first. */
    Cursor<CompView> list(Partner partner, @Nullable CompId before) {
        var face = partner.member().face();
        var found = db.sql("""
                select c.comp_id, c.account_id, p.name, c.last_day, c.reason, c.given_at
                  from comps.comp c
                  left join plans.plan p on p.circle_id = c.circle_id and p.plan_id = c.plan_id
                 where c.circle_id = :circle and c.ended_at is null
                """)
                .and(before != null, "and c.comp_id < :before")
                .and(true, "order by c.comp_id desc limit :most")
                .with("circle", partner.circle())
                .with("before", before)
                .with("most", SIZE + 1)
                .all((row, n) -> Row.read(row));
        var page = Cursor.of(found, SIZE, row -> Ids.text(row.id()));
        return new Cursor<>(views(partner.circle(), page.items(), today(face)), page.next());
    }

    private List<CompView> views(CircleId circle, List<Row> rows, LocalDate today) {
        var cards = members.cards(circle, rows.stream().map(Row::account).collect(Collectors.toSet()));
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(cards.get(row.account())).map(card -> row.of(card, today)).stream())
                .toList();
    }

    private LocalDate today(Face circle) {
        return Calendar.today(clock.instant(), circle.zone());
    }
}
