package app.teahouse.takeaway;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A file is not wanted any more: it is stopped while it is made, or thrown away before its time. */
@Component
class StopTakeaway {
    private final Db db;
    private final TakeawaySheet sheet;
    private final Clock clock;

    StopTakeaway(Db db, TakeawaySheet sheet, Clock clock) {
        this.db = db;
        this.sheet = sheet;
        this.clock = clock;
    }

    /** @throws Refusal {@code takeaway.unknown}, {@code takeaway.over} */
    @Transactional
    void stop(Member member, TakeawayId id) {
        sheet.read(member, id);
        var stopped = db.sql("""
                update takeaway.run
                   set state = case when state = 'done' then 'expired' else 'stopped' end,
                       finished_at = coalesce(finished_at, :now), expires_at = :now, lease_until = null
                 where circle_id = :circle and run_id = :run and state in ('running', 'done')
                """)
                .with("circle", member.circle())
                .with("run", id)
                .with("now", clock.instant())
                .run();
        if (stopped == 0) {
            throw Refusal.conflict("takeaway.over");
        }
    }
}
