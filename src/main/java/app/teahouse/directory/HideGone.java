package app.teahouse.directory;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Whoever left a circle or was removed is not listed when they come back, before they wish it again. */
@Component
class HideGone implements Listener<MemberGone> {
    private final Db db;

    HideGone(Db db) {
        this.db = db;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        db.sql("""
                update directory.entry
                   set state = 'draft', entry_id = :id
                 where circle_id = :circle and account_id = :account and state = 'listed'
                """)
                .with("circle", event.circle())
                .with("account", event.account())
                .with("id", Ids.next())
                .run();
    }
}
