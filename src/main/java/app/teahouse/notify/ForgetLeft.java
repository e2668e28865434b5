package app.teahouse.notify;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Whoever left a circle, or was removed, reads no more of it: what they were told goes too, but for why they were removed. */
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
                 where account_id = :account and circle_id = :circle and kind <> 'removed'
                returning seen_at is null
                """)
                .with("account", event.account())
                .with("circle", event.circle())
                .all((row, n) -> row.getBoolean(1))
                .stream()
                .filter(isUnseen -> isUnseen)
                .count();
        if (unseen > 0) {
            bells.calm(event.account(), (int) unseen);
        }
    }
}
