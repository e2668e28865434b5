package app.teahouse.reservations;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Places, lists and what is known of members go with their circle. What is known of members leaves with it, too. */
@Component
@Order(-3)
class ReservationsHousehold implements Household, Luggage {
    private static final String WHY =
            "the work of a list; what it brought leaves with the members who took their places";

    private final Db db;

    ReservationsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var lines = db.sql("""
                delete from reservations.line
                 where circle_id = :circle
                   and (list_id, line) in
                       (select list_id, line from reservations.line where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var places = db.sql("""
                delete from reservations.place
                 where circle_id = :circle
                   and place_id in (select place_id from reservations.place where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var notes = db.sql("""
                delete from reservations.notes
                 where circle_id = :circle
                   and account_id in (select account_id from reservations.notes where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (lines + places + notes > 0) {
            return true;
        }
        return db.sql("""
                delete from reservations.list
                 where circle_id = :circle
                   and list_id in (select list_id from reservations.list where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("reservations.list", WHY),
                Crate.stays("reservations.line", WHY),
                Crate.stays(
                        "reservations.place",
                        "its mark is made with this site's key; bring the list again where the circle goes"),
                Crate.of("reservations.notes", "account_id")
                        .people("account_id")
                        .most("note", 500)
                        .most("tags", 1_000));
    }
}
