package app.teahouse.arrivals;

import app.teahouse.circles.Circle;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.ReadingRules;
import app.teahouse.kernel.Refusal;
import app.teahouse.luggage.Arrival;
import app.teahouse.packing.Manifest;
import app.teahouse.packing.Unpack;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings circles in, a part at a time; a part and the note that it is in stand in one transaction, so an arrival goes on where it
 * stopped. A lease keeps two nodes off one. Whatever is wrong ends it, and what was in is taken away.
 */
@Component
class WorkArrivals implements Job {
    private static final Logger log = LoggerFactory.getLogger(WorkArrivals.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration READY = Duration.ofDays(1);
    private static final int MOST_UNKNOWN = 50;

    private final Db db;
    private final Unpack unpack;
    private final FinishArrival finishArrival;
    private final ClearArrival clearArrival;
    private final ArrivalFiles files;
    private final JsonMapper json;
    private final Clock clock;

    WorkArrivals(
            Db db,
            Unpack unpack,
            FinishArrival finishArrival,
            ClearArrival clearArrival,
            ArrivalFiles files,
            JsonMapper json,
            Clock clock) {
        this.db = db;
        this.unpack = unpack;
        this.finishArrival = finishArrival;
        this.clearArrival = clearArrival;
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "arrivals.work";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean onEveryNode() {
        return true;
    }

    record Coming(Arrival arrival, Manifest manifest, Unpack.Progress progress) {
        CircleId circle() {
            return arrival.circle();
        }
    }

    @Override
    public boolean step(Instant now) {
        clearArrival.dropOld(now.minus(READY));
        return step(now, Integer.MAX_VALUE);
    }

    /** @param parts how many at most, of each arrival */
    boolean step(Instant now, int parts) {
        var more = false;
        for (var circle : due(now)) {
            if (lease(circle, now, now.plus(LEASE))) {
                more |= clearArrival.step(circle) || work(circle, parts);
                lease(circle, now.plus(LEASE).plusMillis(1), null);
            }
        }
        return more;
    }

    private List<CircleId> due(Instant now) {
        return db.sql("""
                select circle_id
                  from arrivals.arrival
                 where state in ('running', 'clearing') and (lease_until is null or lease_until < :now)
                 order by circle_id
                 limit 3
                """).with("now", now).all((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    private boolean lease(CircleId circle, Instant now, @Nullable Instant until) {
        return db.sql("""
                update arrivals.arrival
                   set lease_until = :until
                 where circle_id = :circle and (lease_until is null or lease_until < :now)
                """)
                        .with("circle", circle)
                        .with("now", now)
                        .with("until", until)
                        .run()
                == 1;
    }

    /** Answers whether there is more to do. */
    private boolean work(CircleId circle, int parts) {
        var found = coming(circle);
        if (found == null) {
            return false;
        }
        try {
            return bring(found, parts);
        } catch (Refusal refusal) {
            fail(circle, refusal);
        } catch (IOException | RuntimeException e) {
            log.error("The circle {} cannot come in", circle.value(), e);
            fail(circle, Refusal.conflict("arrival.broken"));
        }
        return true;
    }

    private @Nullable Coming coming(CircleId circle) {
        return db.sql("""
                select slug, manifest, made_by, own, listing, crate, part, in_crate, done
                  from arrivals.arrival
                 where circle_id = :circle and state = 'running'
                """)
                .with("circle", circle)
                .maybe((row, n) -> {
                    var manifest = json.readValue(row.getString(2), Manifest.class);
                    return new Coming(
                            new Arrival(
                                    face(circle, row.getString(1), manifest),
                                    new AccountId(Db.uuid(row, 3)),
                                    row.getLong(4),
                                    Db.name(Db.constant(Circle.Listing.class, row.getString(5)))),
                            manifest,
                            new Unpack.Progress(row.getInt(6), row.getInt(7), row.getLong(8), row.getLong(9)));
                })
                .orElse(null);
    }

    private static Face face(CircleId circle, String slug, Manifest manifest) {
        return new Face(
                circle,
                slug,
                manifest.name(),
                manifest.promise(),
                "jade",
                null,
                Locale.forLanguageTag(manifest.language()),
                ZoneId.of(manifest.zone()),
                false,
                false,
                ReadingRules.NONE);
    }

    private boolean bring(Coming coming, int parts) throws IOException {
        var until = System.nanoTime() + TURN.toNanos();
        var zip = files.read(coming.circle());
        var progress = coming.progress();
        for (var done = 1; !unpack.isDone(progress); done++) {
            if (unpack.isLast(progress)) {
                finishArrival.prepare(coming.arrival(), zip);
            }
            var next = unpack.next(
                    coming.arrival(), coming.manifest(), zip, progress, reached -> keep(coming.circle(), reached));
            note(coming.circle(), next.unknown());
            progress = next.progress();
            if (System.nanoTime() > until || done == parts) {
                return true;
            }
        }
        finishArrival.finish(coming.arrival());
        files.forget(coming.circle());
        return false;
    }

    /** In the transaction of the part. Who has stopped meanwhile has the part back with it. */
    private void keep(CircleId circle, Unpack.Progress reached) {
        var kept = db.sql("""
                update arrivals.arrival
                   set crate = :crate, part = :part, in_crate = :inCrate, done = :done
                 where circle_id = :circle and state = 'running'
                """)
                .with("circle", circle)
                .with("crate", reached.crate())
                .with("part", reached.part())
                .with("inCrate", reached.inCrate())
                .with("done", reached.rows())
                .run();
        if (kept == 0) {
            throw Refusal.conflict("arrival.not-running");
        }
    }

    private void note(CircleId circle, Set<String> unknown) {
        if (!unknown.isEmpty()) {
            db.sql("""
                    update arrivals.arrival
                       set unknown = (select array_agg(distinct x.name)
                                        from (select unnest(unknown || cast(:names as text[])) as name limit :most) as x)
                     where circle_id = :circle
                    """)
                    .with("circle", circle)
                    .withTexts("names", new TreeSet<>(unknown))
                    .with("most", MOST_UNKNOWN)
                    .run();
        }
    }

    private void fail(CircleId circle, Refusal refusal) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("code", refusal.code());
        problem.putAll(refusal.facts());
        db.sql("""
                update arrivals.arrival
                   set state = 'clearing', finished_at = :now, problem = :problem, blinded_key = null
                 where circle_id = :circle and state = 'running'
                """)
                .with("circle", circle)
                .with("now", clock.instant())
                .with("problem", json.writeValueAsString(problem))
                .run();
    }
}
