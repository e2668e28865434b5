package app.teahouse.complaints;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.reports.Reports;
import app.teahouse.reports.ThingReported;
import app.teahouse.verdicts.DeskWaits;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What is reported of a circle, or of those who lead it, waits for the operator. */
@Component
class HearComplaints implements Listener<ThingReported> {
    private final Db db;
    private final Members members;
    private final Reports reports;
    private final Events events;

    HearComplaints(Db db, Members members, Reports reports, Events events) {
        this.db = db;
        this.members = members;
        this.reports = reports;
        this.events = events;
    }

    @Override
    public Class<ThingReported> event() {
        return ThingReported.class;
    }

    @Override
    public void on(ThingReported event) {
        if (!isAbove(event)) {
            return;
        }
        var said = reports.of(event.circle(), event.kind(), event.thing(), lastSettled(event));
        if (said.isEmpty()) {
            return;
        }
        if (!db.sql("select 1 from complaints.complaint where state = 'open' limit 1")
                .exists()) {
            events.publish(new DeskWaits(event.circle(), "complaint", event.at()));
        }
        db.sql("""
                insert into complaints.complaint
                       (circle_id, complaint_id, kind, thing_id, account_id, reports, state, opened_at, reason)
                values (:circle, :id, :kind, :thing, :account, :reports, 'open', :at, '')
                on conflict (circle_id, kind, thing_id) where state = 'open' do update set reports = excluded.reports
                """)
                .with("circle", event.circle())
                .with("id", Ids.next())
                .with("kind", event.kind())
                .with("thing", event.thing())
                .with("account", event.author())
                .with("reports", said.size())
                .with("at", event.at())
                .run();
    }

    private boolean isAbove(ThingReported event) {
        return event.kind().equals(CircleThing.KIND)
                || (event.author() != null
                        && members.card(event.circle(), event.author())
                                .filter(MemberCard::active)
                                .filter(card -> card.role().leads())
                                .isPresent());
    }

    private Instant lastSettled(ThingReported event) {
        return db.sql("""
                select settled_at
                  from complaints.complaint
                 where circle_id = :circle and kind = :kind and thing_id = :thing and state = 'settled'
                 order by complaint_id desc
                 limit 1
                """)
                .with("circle", event.circle())
                .with("kind", event.kind())
                .with("thing", event.thing())
                .maybe((row, n) -> Db.instant(row, 1))
                .orElse(Instant.EPOCH);
    }
}
