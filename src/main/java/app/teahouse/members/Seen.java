package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.stereotype.Component;

/** Moves a member's mark in a circle: all posts up to this number count as read. It never moves back. */
@Component
public class Seen {
    private final Db db;

    Seen(Db db) {
        this.db = db;
    }

    /** Two statements, because the two tables lie on different nodes once the site is distributed. */
    public void moveTo(CircleId circle, AccountId account, long number) {
        db.sql("""
                update members.membership
                   set seen_number = greatest(seen_number, :number)
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .with("number", number)
                .run();
        db.sql("""
                update members.account_circle
                   set seen_number = greatest(seen_number, :number)
                 where account_id = :account and circle_id = :circle
                """)
                .with("circle", circle)
                .with("account", account)
                .with("number", number)
                .run();
    }
}
