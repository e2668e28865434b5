package app.teahouse.homework;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/**
 * Whoever left a circle, or was removed, has no tasks to grade there any more. What they handed in stays, as their posts do, with its
 * grades; they are not missed.
 */
@Component
class ForgetReviewer implements Listener<MemberGone> {
    private final Db db;

    ForgetReviewer(Db db) {
        this.db = db;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        db.sql("delete from homework.reviewer where circle_id = :circle and account_id = :account")
                .with("circle", event.circle())
                .with("account", event.account())
                .run();
    }
}
