package app.teahouse.following;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Whoever left a circle, or was removed, follows nothing in it. */
@Component
class ForgetFollows implements Listener<MemberGone> {
    private final Db db;

    ForgetFollows(Db db) {
        this.db = db;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    /** The thing's followers are counted in their order, so that two who leave at once never wait for each other. */
    @Override
    public void on(MemberGone event) {
        var targets = db
                .sql("""
                delete from following.follow
                 where account_id = :account and circle_id = :circle
                returning target
                """)
                .with("account", event.account())
                .with("circle", event.circle())
                .all((row, n) -> row.getString(1))
                .stream()
                .sorted()
                .toList();
        for (var target : targets) {
            db.sql("""
                    update following.followed
                       set followers = greatest(0, followers - 1)
                     where circle_id = :circle and target = :target
                    """).with("circle", event.circle()).with("target", target).run();
        }
    }
}
