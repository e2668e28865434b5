package app.teahouse.access;

import app.teahouse.accounts.Passwords;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The password of a circle that is joined by one. Hashing takes its time, so it is done outside of any transaction. */
@Component
public class JoinPassword {
    static final int LEAST = 4;
    static final int MOST = 100;

    private final Db db;
    private final Passwords passwords;
    private final TransactionTemplate outside;

    JoinPassword(Db db, Passwords passwords, PlatformTransactionManager transactions) {
        this.db = db;
        this.passwords = passwords;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    String hash(String password) {
        return outside.execute(_ -> passwords.hash(password));
    }

    public boolean matches(CircleId circle, String password) {
        var kept = db.sql("select join_password from circles.circle where circle_id = :circle")
                .with("circle", circle)
                .maybe((row, n) -> String.valueOf(row.getString(1)));
        return kept.isPresent() && Boolean.TRUE.equals(outside.execute(_ -> passwords.matches(password, kept.get())));
    }
}
