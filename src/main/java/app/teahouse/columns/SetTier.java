package app.teahouse.columns;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says from which tier of the circle's plans on a column is open. It is for the staff to say, also of a guest expert's column. */
@Component
public class SetTier {
    private final Db db;
    private final ColumnRows rows;
    private final Tiers tiers;
    private final Latches latches;

    SetTier(Db db, ColumnRows rows, Tiers tiers, Latches latches) {
        this.db = db;
        this.rows = rows;
        this.tiers = tiers;
        this.latches = latches;
    }

    /**
     * @param least 0 for all members
     * @throws Refusal {@code column.tier-unknown}, {@code column.unknown}
     */
    @Transactional
    public void set(Staff staff, long number, int least) {
        if (!tiers.exists(staff.circle(), least)) {
            throw Refusal.invalid("leastTier", "column.tier-unknown");
        }
        var column = rows.lock(staff.member(), number);
        db.sql("update columns.series set least_tier = :least where circle_id = :circle and column_id = :column")
                .with("circle", staff.circle())
                .with("column", column)
                .with("least", least)
                .run();
        latches.set(staff.circle(), latches.in(staff.circle(), column));
    }
}
