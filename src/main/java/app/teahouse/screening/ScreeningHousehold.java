package app.teahouse.screening;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rules go and leave with their circle; what they found stays behind, and goes with the member who wrote it. */
@Component
@Order(-4)
class ScreeningHousehold implements Household, Luggage {
    private static final String OF_THIS_PLACE =
            "what rules found is known of members here, and made anew where they go on looking";

    private final Db db;

    ScreeningHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        if (said(circle, null, atMost) + hits(circle, atMost) > 0) {
            return true;
        }
        db.sql("delete from screening.turn where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from screening.trial where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from screening.rule where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from screening.edition where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    private int said(CircleId circle, @Nullable AccountId account, int atMost) {
        return db.sql("""
                delete from screening.said
                 where circle_id = :circle
                   and said_id in (select said_id
                                     from screening.said
                                    where circle_id = :circle
                """)
                .and(account != null, "and account_id = :account")
                .and(true, "limit :most)")
                .with("circle", circle)
                .with("account", account)
                .with("most", atMost)
                .run();
    }

    private int hits(CircleId circle, int atMost) {
        return db.sql("""
                delete from screening.hit
                 where circle_id = :circle
                   and hit_id in (select hit_id from screening.hit where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
    }

    /**
     * Takes the traces of an account that is deleted out of one circle.
     *
     * @return whether there is more to do
     */
    boolean forget(CircleId circle, AccountId account, int atMost) {
        if (said(circle, account, atMost) == atMost) {
            return true;
        }
        db.sql("delete from screening.hit where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("delete from screening.turn where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("delete from screening.sample where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("update screening.rule set changed_by = null where circle_id = :circle and changed_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("update screening.trial set asked_by = null where circle_id = :circle and asked_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("screening.rule", "rule_id")
                        .people("changed_by")
                        .most("name", RuleWish.LONGEST_NAME)
                        .most("said", RuleWish.LONGEST_SAID),
                Crate.of("screening.edition", ""),
                Crate.stays("screening.hit", OF_THIS_PLACE),
                Crate.stays("screening.said", OF_THIS_PLACE),
                Crate.stays("screening.band", OF_THIS_PLACE),
                Crate.stays("screening.turn", OF_THIS_PLACE),
                Crate.stays("screening.trial", OF_THIS_PLACE),
                Crate.stays("screening.sample", OF_THIS_PLACE));
    }
}
