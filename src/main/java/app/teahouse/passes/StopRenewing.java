package app.teahouse.passes;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who left or was removed is charged nothing any more: what is paid stays theirs, and nothing follows on by itself. */
@Component
class StopRenewing implements Listener<MemberGone> {
    private final Db db;

    StopRenewing(Db db) {
        this.db = db;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    @Transactional
    public void on(MemberGone event) {
        db.sql("""
                update passes.pass
                   set automatic = false, version = version + 1
                 where circle_id = :circle and account_id = :account and automatic
                """)
                .with("circle", event.circle())
                .with("account", event.account())
                .run();
    }
}
