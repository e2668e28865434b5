package app.teahouse.topics;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import java.util.Collection;
import java.util.EnumSet;
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
                switchOn(member, topic);
            } else {
                switchOff(member, topic);
            }
        }
    }

    private void switchOn(Member member, Topic topic) {
        db.sql("""
                delete from topics.muted
                 where account_id = :account and circle_id = :circle and topic = :topic
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("topic", topic)
                .run();
    }

    private void switchOff(Member member, Topic topic) {
        db.sql("""
                insert into topics.muted (account_id, circle_id, topic)
                values (:account, :circle, :topic)
                on conflict do nothing
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("topic", topic)
                .run();
    }
}
