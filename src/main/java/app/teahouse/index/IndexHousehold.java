package app.teahouse.index;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away what could be found in a deleted circle. */
@Component
@Order(-4)
class IndexHousehold implements Household, Luggage {
    private static final String DERIVED = "made anew from the words";

    private final Db db;

    IndexHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var documents = db.sql("""
                delete from index.document
                 where circle_id = :circle
                   and document_id in (select document_id from index.document where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var terms = db.sql("""
                delete from index.term
                 where circle_id = :circle
                   and term in (select term from index.term where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var changes = db.sql("""
                delete from index.change
                 where circle_id = :circle
                   and change_id in (select change_id from index.change where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (documents + terms + changes > 0) {
            return true;
        }
        db.sql("delete from index.progress where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("index.change", DERIVED),
                Crate.stays("index.document", DERIVED),
                Crate.stays("index.progress", DERIVED),
                Crate.stays("index.term", DERIVED));
    }
}
