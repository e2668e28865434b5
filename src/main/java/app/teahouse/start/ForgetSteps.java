package app.teahouse.start;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Of whoever left a circle, or was removed, nothing stays that they had taken. */
@Component
class ForgetSteps implements Listener<MemberGone> {
    private final Db db;

    ForgetSteps(Db db) {
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
        db.sql("delete from start.taken where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
    }
}
