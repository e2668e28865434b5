package app.teahouse.members;

import app.teahouse.accounts.AccountCard;
import app.teahouse.accounts.KeepsCards;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Folding;
import org.springframework.stereotype.Component;

/**
 * Brings names and pictures in circles up to date with the account's, wherever the member did not choose others for the circle:
 * in the thousand circles visited last.
 */
@Component
class CardCopies implements KeepsCards {
    private static final int MOST = 1000;

    private final Db db;
    private final Findable findable;

    CardCopies(Db db, Findable findable) {
        this.db = db;
        this.findable = findable;
    }

    @Override
    public void cardChanged(AccountCard card) {
        var circles = db.sql("""
                select circle_id
                  from members.account_circle
                 where account_id = :account
                 order by visited_at desc, circle_id
                 limit :most
                """)
                .with("account", card.id())
                .with("most", MOST)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
        circles.forEach(circle -> bringUpToDate(circle, card));
    }

    private void bringUpToDate(CircleId circle, AccountCard card) {
        db.sql("""
                update members.membership
                   set alias = case when own_alias then alias else :alias end,
                       sort_key = case when own_alias then sort_key else :sortKey end,
                       folded = case when own_alias then folded else :folded end,
                       picture = case when own_picture then picture else :picture end
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", card.id())
                .with("alias", card.name())
                .with("sortKey", Folding.sortKey(card.name()))
                .with("folded", Folding.folded(card.name()))
                .with("picture", card.picture())
                .run();
        findable.member(circle, card.id());
    }
}
