package app.teahouse.reading;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How long members read since Monday, as the circle's days go. Of earlier weeks nothing is kept. */
@Component
class Weeks {
    private final Db db;
    private final Circles circles;
    private final Clock clock;

    Weeks(Db db, Circles circles, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.clock = clock;
    }

    /** @param seconds by account, in their order, so that two who write at once do not wait for each other in a ring */
    void add(CircleId circle, SortedMap<UUID, Integer> seconds) {
        db.sql("""
                insert into reading.week as w (circle_id, account_id, monday, seconds)
                select :circle, n.account_id, :monday, n.seconds
                  from unnest(:accounts, :seconds) as n (account_id, seconds)
                on conflict (circle_id, account_id) do update
                   set seconds = case when w.monday < excluded.monday then 0 else w.seconds end + excluded.seconds,
                       monday = greatest(w.monday, excluded.monday)
                """)
                .with("circle", circle)
                .with("monday", monday(circles.byId(circle).map(Circle::zone).orElse(ZoneOffset.UTC)))
                .withIds(
                        "accounts",
                        seconds.keySet().stream().map(AccountId::new).toList())
                .withInts("seconds", List.copyOf(seconds.values()))
                .run();
    }

    private LocalDate monday(java.time.ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** How long somebody read this week; circles where they did not are left out. */
    Map<CircleId, Integer> of(AccountId account, Collection<Circle> mine) {
        record Row(CircleId circle, LocalDate monday, int seconds) {}
        var mondays = mine.stream().collect(Collectors.toMap(Circle::id, circle -> monday(circle.zone())));
        return db
                .sql("""
                select circle_id, monday, seconds
                  from reading.week
                 where circle_id = any(:circles) and account_id = :account
                """)
                .withIds("circles", mondays.keySet())
                .with("account", account)
                .all((row, n) ->
                        new Row(new CircleId(Db.uuid(row, 1)), row.getObject(2, LocalDate.class), row.getInt(3)))
                .stream()
                .filter(row -> row.monday().equals(mondays.get(row.circle())))
                .collect(Collectors.toMap(Row::circle, Row::seconds));
    }
}
