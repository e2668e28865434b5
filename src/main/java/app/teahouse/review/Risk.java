package app.teahouse.review;

import app.teahouse.reports.Report.Reason;
import java.util.Collection;

/**
 * How pressing a thing is, from 0 to 3, by rules that stand on the queue's page. It orders the queue and decides nothing.
 *
 * @param held what the rule says that held it; 0 where none did
 * @param reasons of those who reported it, one for each of them
 * @param newcomer whether its writer joined within the last seven days
 * @param strikes how many of its writer's count now
 */
record Risk(int held, Collection<Reason> reasons, boolean newcomer, int strikes) {
    static final int MOST = 3;

    /** For an appeal: somebody is kept from something. */
    static final int APPEAL = 1;

    /** For an application: nothing happens while it waits. */
    static final int APPLICATION = 0;

    int grade() {
        var reporters = reasons.size();
        var grave = reasons.stream().anyMatch(Reason::isGrave);
        var grade = Math.max(held, reporters == 0 ? 0 : 1);
        if (grave || reporters >= 3) {
            grade = Math.max(grade, 2);
        }
        if (reporters >= 5 || (grave && reporters >= 3)) {
            grade = MOST;
        }
        return grade > 0 && (newcomer || strikes > 0) ? Math.min(MOST, grade + 1) : Math.min(MOST, grade);
    }
}
