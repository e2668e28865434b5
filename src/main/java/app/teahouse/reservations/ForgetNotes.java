package app.teahouse.reservations;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Of whoever left a circle, or was removed, nothing is kept that staff knew of them. */
@Component
class ForgetNotes implements Listener<MemberGone> {
    private final Db db;

    ForgetNotes(Db db) {
        this.db = db;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        db.sql("delete from reservations.notes where circle_id = :circle and account_id = :account")
                .with("circle", event.circle())
                .with("account", event.account())
                .run();
        db.sql("delete from reservations.place where circle_id = :circle and taken_by = :account")
                .with("circle", event.circle())
                .with("account", event.account())
                .run();
    }
}
