package app.teahouse.paths;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Of whoever left a circle, or was removed, no path stays. */
@Component
class ForgetPath implements Listener<MemberGone> {
    private final Db db;

    ForgetPath(Db db) {
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
        db.sql("delete from paths.stop where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("delete from paths.passed where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("delete from paths.path where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
    }
}
