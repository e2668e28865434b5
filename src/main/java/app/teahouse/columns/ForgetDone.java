package app.teahouse.columns;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Of whoever left a circle, or was removed, nothing stays that they had done; the columns they began are the circle's. */
@Component
class ForgetDone implements Listener<MemberGone> {
    private final Db db;

    ForgetDone(Db db) {
        this.db = db;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        forget(event.circle(), event.account());
    }

    void forget(CircleId circle, AccountId account) {
        db.sql("delete from columns.done where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("update columns.series set made_by = null where circle_id = :circle and made_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
    }
}
