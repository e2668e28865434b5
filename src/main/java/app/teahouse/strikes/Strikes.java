package app.teahouse.strikes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Ranks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff note offences of members and take them back; they lapse by themselves. */
@Component
public class Strikes {
    static final int SIZE = 30;

    private final Db db;
    private final Ladders ladders;
    private final Ranks ranks;
    private final Events events;
    private final Clock clock;

    Strikes(Db db, Ladders ladders, Ranks ranks, Events events, Clock clock) {
        this.db = db;
        this.ladders = ladders;
        this.ranks = ranks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param about the page in the circle that it is about, or null
     * @throws Refusal {@code member.unknown}, {@code role.not-above}
     */
    @Transactional
    public StrikeId give(Staff staff, long number, String reason, @Nullable String about) {
        new Faults().text("reason", reason, 500).refuse();
        var held = ranks.below(staff, List.of(number)).getFirst();
        var now = clock.instant();
        var lapses = now.plus(Duration.ofDays(ladders.of(staff.circle()).lapseDays()));
        var id = new StrikeId(Ids.next());
        db.sql("""
                insert into strikes.strike (circle_id, strike_id, account_id, reason, about, made_by, made_at, lapses_at)
                values (:circle, :id, :account, :reason, :about, :by, :now, :lapses)
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .with("account", held.account())
                .with("reason", reason.strip())
                .with("about", about)
                .with("by", staff.account())
                .with("now", now)
                .with("lapses", lapses)
                .run();
        events.publish(new StrikeGiven(
                staff.circle(), id.value(), held.account(), reason.strip(), lapses, staff.account(), now));
        return id;
    }

    /**
     * Taking back what was taken back changes nothing.
     *
     * @throws Refusal {@code strikes.unknown}, {@code role.not-above}
     */
    @Transactional
    public void undo(Staff staff, StrikeId id) {
        var number = db.sql("""
                select m.number
                  from strikes.strike s
                  join members.membership m on m.circle_id = s.circle_id and m.account_id = s.account_id
                 where s.circle_id = :circle and s.strike_id = :id
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .maybe(Long.class)
                .orElseThrow(() -> Refusal.notFound("strikes.unknown"));
        ranks.below(staff, List.of(number));
        db.sql("""
                update strikes.strike
                   set undone_at = :now, undone_by = :by
                 where circle_id = :circle and strike_id = :id and undone_at is null
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .with("by", staff.account())
                .with("now", clock.instant())
                .run();
    }

    /** How many of a member's count now. */
    public int counting(CircleId circle, AccountId account) {
        return db.sql("""
                select count(*)::int
                  from strikes.strike
                 where circle_id = :circle and account_id = :account and undone_at is null and lapses_at > :now
                """)
                .with("circle", circle)
                .with("account", account)
                .with("now", clock.instant())
                .one(Integer.class);
    }

    /** A member's, the newest first. */
    Cursor<Strike> of(CircleId circle, AccountId account, @Nullable StrikeId before) {
        var found = db.sql("""
                select s.strike_id, s.account_id, s.reason, s.about, m.alias, s.made_at, s.lapses_at, s.undone_at
                  from strikes.strike s
                  left join members.membership m on m.circle_id = s.circle_id and m.account_id = s.made_by
                 where s.circle_id = :circle and s.account_id = :account
                """)
                .and(before != null, "and s.strike_id < :before")
                .and(true, "order by s.strike_id desc limit :most")
                .with("circle", circle)
                .with("account", account)
                .with("before", before)
                .with("most", SIZE + 1)
                .all((row, n) -> read(row));
        return Cursor.of(found, SIZE, strike -> Ids.text(strike.id()));
    }

    private static Strike read(ResultSet row) throws SQLException {
        return new Strike(
                new StrikeId(Db.uuid(row, 1)),
                new AccountId(Db.uuid(row, 2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Db.instant(row, 6),
                Db.instant(row, 7),
                Db.maybeInstant(row, 8));
    }
}
