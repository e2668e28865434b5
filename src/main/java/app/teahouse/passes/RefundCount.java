package app.teahouse.passes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts how often somebody took their money back in a circle; after the last time, staff decide whether they may buy again. */
@Component
public class RefundCount {
    private final Db db;

    RefundCount(Db db) {
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void count(CircleId circle, AccountId account, int most) {
        db.sql("""
                update passes.pass
                   set refunds = refunds + 1, barred = barred or refunds + 1 >= :most
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .with("most", most)
                .run();
    }
}
