package app.teahouse.following;

import app.teahouse.blocks.MemberBlocked;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** Whoever blocks somebody follows them no more. */
@Component
class UnfollowBlocked implements Listener<MemberBlocked> {
    private final Db db;

    UnfollowBlocked(Db db) {
        this.db = db;
    }

    @Override
    public Class<MemberBlocked> event() {
        return MemberBlocked.class;
    }

    @Override
    public void on(MemberBlocked event) {
        var target = Follows.author(event.other());
        var fewer = db.sql("""
                delete from following.follow
                 where account_id = :account and circle_id = :circle and target = :target
                """)
                .with("account", event.account())
                .with("circle", event.circle())
                .with("target", target)
                .run();
        if (fewer == 1) {
            db.sql("""
                    update following.followed
                       set followers = greatest(0, followers - 1)
                     where circle_id = :circle and target = :target
                    """).with("circle", event.circle()).with("target", target).run();
        }
    }
}
