package app.teahouse.members;

import app.teahouse.accounts.Accounts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody keeps from others what they read: in all their circles, and in those they join later. */
@Component
public class Discretion {
    private final Db db;
    private final Accounts accounts;
    private final CirclesOf circlesOf;
    private final ObjectProvider<ReadingKept> kept;
    private final Clock clock;

    Discretion(Db db, Accounts accounts, CirclesOf circlesOf, ObjectProvider<ReadingKept> kept, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.circlesOf = circlesOf;
        this.kept = kept;
        this.clock = clock;
    }

    public boolean of(AccountId account) {
        return db.sql("select discreet from members.discretion where account_id = :account")
                .with("account", account)
                .maybe(Boolean.class)
                .orElse(false);
    }

    /** The account is held, so that a circle joined at this moment learns of it too. */
    @Transactional
    public void choose(Person person, boolean discreet) {
        var account = person.account();
        accounts.hold(account);
        db.sql("""
                insert into members.discretion (account_id, discreet, chosen_at)
                values (:account, :discreet, :now)
                on conflict (account_id) do update set discreet = excluded.discreet, chosen_at = excluded.chosen_at
                """)
                .with("account", account)
                .with("discreet", discreet)
                .with("now", clock.instant())
                .run();
        var page = circlesOf.all(account, CirclesOf.START);
        while (!page.isEmpty()) {
            page.forEach(circle -> copy(circle, account, discreet));
            page = circlesOf.all(account, page.getLast());
        }
    }

    private void copy(CircleId circle, AccountId account, boolean discreet) {
        db.sql("update members.membership set discreet = :discreet where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .with("discreet", discreet)
                .run();
        kept.forEach(room -> room.chosen(circle, account, discreet));
    }

    /** Of the circle's members. */
    public long count(CircleId circle) {
        return db.sql(
                        "select count(*) from members.membership where circle_id = :circle and state = 'active' and discreet")
                .with("circle", circle)
                .one(Long.class);
    }

    void forget(AccountId account) {
        db.sql("delete from members.discretion where account_id = :account")
                .with("account", account)
                .run();
    }
}
