package app.teahouse.letters;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Letters go with their circle, and with the member who wrote them; of staff who leave, only what they answered stays. */
@Component
@Order(-3)
class LettersHousehold implements Household, Luggage {
    private final Db db;

    LettersHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var lines = db.sql("""
                delete from letters.line
                 where circle_id = :circle
                   and (letter_id, line_id) in
                       (select letter_id, line_id from letters.line where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var letters = db.sql("""
                delete from letters.letter
                 where circle_id = :circle
                   and letter_id in (select letter_id from letters.letter where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        return lines + letters > 0;
    }

    /**
     * Takes the traces of an account that is deleted out of one circle.
     *
     * @return whether there is more to do
     */
    boolean forget(CircleId circle, AccountId account, int atMost) {
        var lines = db.sql("""
                delete from letters.line
                 where circle_id = :circle
                   and (letter_id, line_id) in
                       (select n.letter_id, n.line_id
                          from letters.letter t
                          join letters.line n on n.circle_id = t.circle_id and n.letter_id = t.letter_id
                         where t.circle_id = :circle and t.account_id = :account
                         limit :most)
                """)
                .with("circle", circle)
                .with("account", account)
                .with("most", atMost)
                .run();
        if (lines == atMost) {
            return true;
        }
        db.sql("delete from letters.letter where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("update letters.letter set closed_by = null where circle_id = :circle and closed_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        return db.sql("""
                update letters.line
                   set author_id = null
                 where circle_id = :circle
                   and (letter_id, line_id) in
                       (select letter_id, line_id
                          from letters.line
                         where circle_id = :circle and author_id = :account
                         limit :most)
                """)
                        .with("circle", circle)
                        .with("account", account)
                        .with("most", atMost)
                        .run()
                == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("letters.letter", "letter_id")
                        .people("account_id, closed_by")
                        .most("subject", 80),
                Crate.of("letters.line", "letter_id, line_id")
                        .people("author_id")
                        .most("text", WriteLetter.LONGEST));
    }
}
