package app.teahouse.takeaway;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** What somebody asked for in a circle goes when they do: it was made for their eyes. */
@Component
class ForgetTakeaways implements Listener<MemberGone> {
    private final Db db;
    private final ClearShelf clearShelf;

    ForgetTakeaways(Db db, ClearShelf clearShelf) {
        this.db = db;
        this.clearShelf = clearShelf;
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
        var ids = db.sql("select run_id from takeaway.run where circle_id = :circle and made_by = :account")
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new TakeawayId(Db.uuid(row, 1)));
        ids.forEach(clearShelf::delete);
        db.sql("delete from takeaway.run where circle_id = :circle and run_id = any(:ids)")
                .with("circle", circle)
                .withIds("ids", ids)
                .run();
    }
}
