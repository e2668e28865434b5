package app.teahouse.plans;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A circle's own terms: how long members read on after their time, and until when they get their money back by themselves. */
@Component
public class Terms {
    private final Db db;

    Terms(Db db) {
        this.db = db;
    }

    /**
     * @param graceDays how long one reads, and does not write, after the last day
     * @param refundHours how long after a first payment members may take it back; 0 for never
     * @param refundsMost how often one may do so here
     */
    public record Chosen(int graceDays, int refundHours, int refundsMost) {
        public static final Chosen AT_FIRST = new Chosen(7, 72, 2);
    }

    public Chosen of(CircleId circle) {
        return db.sql("select grace_days, refund_hours, refunds_most from plans.terms where circle_id = :circle")
                .with("circle", circle)
                .maybe((row, n) -> new Chosen(row.getInt(1), row.getInt(2), row.getInt(3)))
                .orElse(Chosen.AT_FIRST);
    }

    /** What members have by now stays: a longer or shorter grace counts from the next payment on. */
    @Transactional
    public void choose(Partner partner, Chosen chosen) {
        new Faults()
                .require(
                        chosen.graceDays() >= 0 && chosen.graceDays() <= 90,
                        "graceDays",
                        "field.range",
                        Map.of("least", 0, "most", 90))
                .require(
                        chosen.refundHours() >= 0 && chosen.refundHours() <= 720,
                        "refundHours",
                        "field.range",
                        Map.of("least", 0, "most", 720))
                .require(
                        chosen.refundsMost() >= 0 && chosen.refundsMost() <= 100,
                        "refundsMost",
                        "field.range",
                        Map.of("least", 0, "most", 100))
                .refuse();
        db.sql("""
                insert into plans.terms as t (circle_id, grace_days, refund_hours, refunds_most)
                values (:circle, :grace, :hours, :most)
                on conflict (circle_id) do update
                   set grace_days = excluded.grace_days, refund_hours = excluded.refund_hours,
                       refunds_most = excluded.refunds_most, version = t.version + 1
                """)
                .with("circle", partner.circle())
                .with("grace", chosen.graceDays())
                .with("hours", chosen.refundHours())
                .with("most", chosen.refundsMost())
                .run();
    }
}
