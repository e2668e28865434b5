package app.teahouse.drafts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.Belongings;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** What people were writing in a circle goes when it is erased. Its files go with the circle. */
@Component
class DraftsOfErased implements Belongings {
    private final Db db;

    DraftsOfErased(Db db) {
        this.db = db;
    }

    @Override
    public void forget(CircleId circle, Collection<AccountId> accounts) {
        db.sql("delete from drafts.draft where account_id = any(:accounts) and circle_id = :circle")
                .withIds("accounts", accounts)
                .with("circle", circle)
                .run();
    }
}
