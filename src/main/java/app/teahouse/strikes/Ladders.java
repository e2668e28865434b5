package app.teahouse.strikes;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A circle's ladder, as its owner set it. */
@Component
public class Ladders {
    /** As many as fit on the form. */
    static final int MOST = 6;

    private final Db db;
    private final Events events;
    private final Clock clock;

    Ladders(Db db, Events events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    private record Line(int days, int strikes, String measure, int muteDays) {}

    public Ladder of(CircleId circle) {
        var lines = db.sql("""
                select t.lapse_days, coalesce(r.strikes, 0), coalesce(r.measure, ''), coalesce(r.mute_days, 0)
                  from strikes.ladder t
                  left join strikes.rung r on r.circle_id = t.circle_id
                 where t.circle_id = :circle
                 order by r.strikes
                 limit 50
                """)
                .with("circle", circle)
                .all((row, n) -> new Line(row.getInt(1), row.getInt(2), row.getString(3), row.getInt(4)));
        if (lines.isEmpty()) {
            return Ladder.USUAL;
        }
        return new Ladder(
                lines.getFirst().days(),
                lines.stream()
                        .filter(line -> line.strikes() > 0)
                        .map(line -> new Ladder.Rung(
                                line.strikes(),
                                Db.constant(Ladder.Measure.class, line.measure()),
                                line.muteDays() == 0 ? null : line.muteDays()))
                        .toList());
    }

    /**
     * Strikes that were given before keep the day on which they lapse.
     *
     * @throws Refusal {@code strikes.days}, {@code strikes.rungs}
     */
    @Transactional
    public void set(Owner owner, Ladder ladder) {
        var rungs = ladder.rungs().stream()
                .sorted(Comparator.comparingInt(Ladder.Rung::strikes))
                .toList();
        new Faults()
                .require(ladder.lapseDays() >= 1 && ladder.lapseDays() <= 3650, "lapseDays", "strikes.days")
                .require(areGood(rungs), "rungs", "strikes.rungs")
                .refuse();
        var before = said(of(owner.circle()));
        db.sql("""
                insert into strikes.ladder (circle_id, lapse_days, made_by, made_at)
                values (:circle, :days, :by, :now)
                on conflict (circle_id) do update
                   set lapse_days = excluded.lapse_days, made_by = excluded.made_by, made_at = excluded.made_at
                """)
                .with("circle", owner.circle())
                .with("days", ladder.lapseDays())
                .with("by", owner.account())
                .with("now", clock.instant())
                .run();
        db.sql("delete from strikes.rung where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        for (var rung : rungs) {
            db.sql("""
                    insert into strikes.rung (circle_id, strikes, measure, mute_days)
                    values (:circle, :strikes, :measure, :days)
                    """)
                    .with("circle", owner.circle())
                    .with("strikes", rung.strikes())
                    .with("measure", rung.measure())
                    .with("days", rung.muteDays())
                    .run();
        }
        events.publish(new LadderSet(
                owner.circle(), before, said(new Ladder(ladder.lapseDays(), rungs)), owner.account(), clock.instant()));
    }

    private static String said(Ladder ladder) {
        return ladder.lapseDays()
                + ladder.rungs().stream()
                        .map(rung -> " " + rung.strikes() + ":" + Db.name(rung.measure()) + ":"
                                + (rung.muteDays() == null ? 0 : rung.muteDays()))
                        .collect(Collectors.joining());
    }

    private static boolean areGood(List<Ladder.Rung> rungs) {
        return rungs.size() <= MOST
                && rungs.stream().map(Ladder.Rung::strikes).distinct().count() == rungs.size()
                && rungs.stream()
                        .allMatch(rung -> rung.strikes() >= 1
                                && rung.strikes() <= 20
                                && (rung.measure() == Ladder.Measure.MUTE) == (rung.muteDays() != null)
                                && (rung.muteDays() == null || (rung.muteDays() >= 1 && rung.muteDays() <= 365)));
    }
}
