package app.teahouse.topics;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which topics of a circle a member wishes to be told of; all, until they switch one off. */
@Component
public class Topics {
    private final Db db;

    Topics(Db db) {
        this.db = db;
    }

    /** The topics there are for this member. */
    static Set<Topic> offered(Member member) {
        var offered = EnumSet.allOf(Topic.class);
        if (!member.isStaff()) {
            offered.removeAll(EnumSet.of(Topic.APPLICATIONS, Topic.LETTERS));
        }
        if (member.role() != Role.OWNER && member.role() != Role.PARTNER) {
            offered.removeAll(EnumSet.of(Topic.SALES, Topic.MONEY, Topic.PAYOUTS));
        }
        return offered;
    }

    public Set<Topic> wanted(Member member) {
        var wanted = EnumSet.copyOf(offered(member));
        db.sql("""
                select topic
                  from topics.muted
                 where account_id = :account and circle_id = :circle
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .all((row, n) -> Db.constant(Topic.class, row.getString(1)))
                .forEach(wanted::remove);
        return wanted;
    }

    @Transactional
    public void choose(Member member, Collection<Topic> wanted) {
        for (var topic : offered(member)) {
            if (wanted.contains(topic)) {
                switchOn(member.account(), member.circle(), topic);
            } else {
                switchOff(member.account(), member.circle(), topic);
            }
        }
    }

    /** Which of these people wish to hear nothing of it. */
    public Set<AccountId> without(CircleId circle, Topic topic, Collection<AccountId> accounts) {
        return new HashSet<>(db.sql("""
                select account_id
                  from topics.muted
                 where account_id = any(:accounts) and circle_id = :circle and topic = :topic
                """)
                .withIds("accounts", accounts)
                .with("circle", circle)
                .with("topic", topic)
                .all((row, n) -> new AccountId(Db.uuid(row, 1))));
    }

    /** Somebody showed by a link of their own that they wish to hear nothing of it, or do again; they need not be signed in, nor still be a member. */
    @Transactional
    public void choose(AccountId account, CircleId circle, Topic topic, boolean wanted) {
        if (!isThere(account, circle)) {
            return;
        }
        if (wanted) {
            switchOn(account, circle, topic);
        } else {
            switchOff(account, circle, topic);
        }
    }

    /** Of an account or a circle that was deleted nothing is kept any more, and no mail comes. */
    boolean isThere(AccountId account, CircleId circle) {
        return db.sql("select 1 from accounts.account where account_id = :account and state <> 'deleted'")
                        .with("account", account)
                        .exists()
                && db.sql("select 1 from circles.circle where circle_id = :circle")
                        .with("circle", circle)
                        .exists();
    }

    private void switchOn(AccountId account, CircleId circle, Topic topic) {
        db.sql("""
                delete from topics.muted
                 where account_id = :account and circle_id = :circle and topic = :topic
                """)
                .with("account", account)
                .with("circle", circle)
                .with("topic", topic)
                .run();
    }

    private void switchOff(AccountId account, CircleId circle, Topic topic) {
        db.sql("""
                insert into topics.muted (account_id, circle_id, topic)
                values (:account, :circle, :topic)
                on conflict do nothing
                """)
                .with("account", account)
                .with("circle", circle)
                .with("topic", topic)
                .run();
    }
}
