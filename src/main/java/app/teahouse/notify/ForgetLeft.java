package app.teahouse.notify;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Whoever left a circle, or was removed, reads no more of it: neither what they were told nor what they followed stays. */
@Component
class ForgetLeft implements Listener<MemberGone> {
    private final Db db;
    private final Bells bells;

    ForgetLeft(Db db, Bells bells) {
        this.db = db;
        this.bells = bells;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        var unseen = db
                .sql("""
                delete from notify.notice
                 where account_id = :account and circle_id = :circle
                returning seen_at is null
                """)
                .with("account", event.account())
                .with("circle", event.circle())
                .all((row, n) -> row.getBoolean(1))
                .stream()
                .filter(isUnseen -> isUnseen)
                .count();
        unfollow(event);
        if (unseen > 0) {
            bells.calm(event.account(), (int) unseen);
        }
    }

    /** The thing's followers are counted in their order, so that two who leave at once never wait for each other. */
    private void unfollow(MemberGone event) {
        var targets = db
                .sql("""
                delete from notify.follow
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
                    update notify.followed
                       set followers = greatest(0, followers - 1)
                     where circle_id = :circle and target = :target
                    """).with("circle", event.circle()).with("target", target).run();
        }
    }
}
