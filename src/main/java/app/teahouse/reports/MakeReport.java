package app.teahouse.reports;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.reports.Report.Reason;
import app.teahouse.security.Limits;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member reports a thing, once; who does it again says more. This is no speaking: it stands open to who is muted. */
@Component
class MakeReport {
    /** The longest note, in characters. */
    static final int LONGEST = 1_000;

    private static final int AN_HOUR = 30;

    private final Db db;
    private final Things things;
    private final Limits limits;
    private final Events events;
    private final Clock clock;

    MakeReport(Db db, Things things, Limits limits, Events events, Clock clock) {
        this.db = db;
        this.things = things;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param key as the thing stands in addresses
     * @param note needed for {@link Reason#OTHER} only
     */
    record Wish(String kind, String key, Reason reason, String note) {}

    /** @throws Refusal {@code report.unknown}, {@code report.yours}, {@code site.too-often}; not found, where they may not read it */
    @Transactional
    public ThingView report(Member member, Wish wish) {
        var faults = new Faults().atMost("note", wish.note(), LONGEST);
        if (wish.reason() == Reason.OTHER) {
            faults.text("note", wish.note(), LONGEST);
        }
        faults.refuse();
        var thing = things.kind(wish.kind()).seen(member, wish.key());
        if (member.account().equals(thing.author())) {
            throw Refusal.conflict("report.yours");
        }
        limits.take("report", member.account().value().toString(), AN_HOUR, Duration.ofHours(1));
        var now = clock.instant();
        db.sql("""
                insert into reports.report (circle_id, kind, thing_id, account_id, reason, note, made_at)
                values (:circle, :kind, :thing, :account, :reason, :note, :now)
                on conflict (circle_id, kind, thing_id, account_id) do update
                   set reason = excluded.reason, note = excluded.note, amended_at = excluded.made_at
                """)
                .with("circle", member.circle())
                .with("kind", thing.kind())
                .with("thing", thing.id())
                .with("account", member.account())
                .with("reason", wish.reason())
                .with("note", wish.note().strip())
                .with("now", now)
                .run();
        events.publish(new ThingReported(member.circle(), thing.kind(), thing.id(), thing.author(), now));
        return thing;
    }
}
