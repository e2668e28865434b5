package app.teahouse.saved;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Whoever left a circle, or was removed, keeps nothing of it on their list. */
@Component
class ForgetSaved implements Listener<MemberGone> {
    private final Db db;

    ForgetSaved(Db db) {
        this.db = db;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        db.sql("delete from saved.passage where account_id = :account and circle_id = :circle")
                .with("account", event.account())
                .with("circle", event.circle())
                .run();
        db.sql("delete from saved.post where account_id = :account and circle_id = :circle")
                .with("account", event.account())
                .with("circle", event.circle())
                .run();
    }
}
