package app.teahouse.passes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers by which kept card somebody's time renews itself. They agreed when they paid, and stop it with one tap. */
@Component
public class SavedCard {
    private final Db db;

    SavedCard(Db db) {
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CircleId circle, AccountId account, UUID means) {
        db.sql("""
                insert into passes.pass
                       (circle_id, account_id, source, first_day, last_day, anchor, ends_at, reads_until, means_id, automatic)
                values (:circle, :account, 'over', date '2000-01-01', date '2000-01-01', 1, timestamptz '2000-01-02 00:00Z',
                        timestamptz '2000-01-02 00:00Z', :means, true)
                on conflict (circle_id, account_id) do update set means_id = excluded.means_id, automatic = true
                """)
                .with("circle", circle)
                .with("account", account)
                .with("means", means)
                .run();
    }
}
