package app.teahouse.staffnotes;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notes go with their circle and with the member they are about; of staff who leave, only that somebody wrote them stays. */
@Component
@Order(-3)
class NotesHousehold implements Household, Luggage {
    private final Db db;

    NotesHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from staffnotes.note
                 where circle_id = :circle
                   and note_id in (select note_id from staffnotes.note where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    /** Takes the traces of an account that is deleted out of one circle. */
    void forget(CircleId circle, AccountId account) {
        db.sql("delete from staffnotes.note where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("""
                update staffnotes.note
                   set made_by = nullif(made_by, :account), edited_by = nullif(edited_by, :account)
                 where circle_id = :circle and (made_by = :account or edited_by = :account)
                """).with("circle", circle).with("account", account).run();
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.of("staffnotes.note", "note_id")
                .people("account_id, made_by, edited_by")
                .most("body", WriteNotes.LONGEST));
    }
}
