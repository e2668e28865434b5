package app.teahouse.paths;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays a member's path through a circle, in place of the one before. What they read or swapped on it does not come again. */
@Component
public class LayPath {
    static final List<Integer> MINUTES = List.of(10, 30, 60);

    private final Db db;
    private final Clock clock;
    private final Candidates candidates;
    private final Stops stops;

    LayPath(Db db, Clock clock, Candidates candidates, Stops stops) {
        this.db = db;
        this.clock = clock;
        this.candidates = candidates;
        this.stops = stops;
    }

    /** @param minutes 10, 30 or 60 */
    @Transactional
    public void lay(Member member, int minutes) {
        if (!MINUTES.contains(minutes)) {
            throw Refusal.invalid("minutes", "path.minutes");
        }
        var now = clock.instant();
        db.sql("""
                insert into paths.path (circle_id, account_id, minutes, made_at)
                values (:circle, :account, :minutes, :now)
                on conflict (circle_id, account_id) do update set minutes = excluded.minutes, made_at = excluded.made_at
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("minutes", minutes)
                .with("now", now)
                .run();
        stops.clear(member, now);
        var found = candidates.of(member);
        var chosen = Choose.within(minutes, Appraise.all(found, now), List.of());
        for (var place = 0; place < chosen.size(); place++) {
            stops.add(member, chosen.get(place), place);
        }
        ask(member, now);
    }

    /** Makes sure that the circle's pool is filled, now or in a while. */
    private void ask(Member member, Instant now) {
        db.sql("""
                insert into paths.walk (circle_id, due_at, asked_at)
                values (:circle, :now, :now)
                on conflict (circle_id) do update
                   set due_at = coalesce(walk.due_at, excluded.due_at), asked_at = excluded.asked_at
                 where walk.due_at is null or walk.asked_at < excluded.asked_at - interval '1 hour'
                """).with("circle", member.circle()).with("now", now).run();
    }
}
