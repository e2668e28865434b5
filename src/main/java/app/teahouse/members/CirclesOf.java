package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The circles an account is or was in, in the order of their ids: its traces are found circle by circle. */
@Component
public class CirclesOf {
    static final CircleId START = new CircleId(new UUID(0, 0));
    private static final int PAGE = 200;

    private final Db db;

    CirclesOf(Db db) {
        this.db = db;
    }

    /** All of them at once: nobody is in thousands. */
    public List<CircleId> all(AccountId account) {
        return db.sql("select circle_id from members.account_circle where account_id = :account order by circle_id")
                .with("account", account)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    List<CircleId> all(AccountId account, CircleId after) {
        return db.sql("""
                select circle_id
                  from members.account_circle
                 where account_id = :account and circle_id > :after
                 order by circle_id
                 limit :most
                """)
                .with("account", account)
                .with("after", after)
                .with("most", PAGE)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    List<CircleId> owned(AccountId account, CircleId after) {
        return db.sql("""
                select circle_id
                  from members.account_circle
                 where account_id = :account and circle_id > :after and role = 'owner' and state = 'active'
                 order by circle_id
                 limit :most
                """)
                .with("account", account)
                .with("after", after)
                .with("most", PAGE)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
    }
}
