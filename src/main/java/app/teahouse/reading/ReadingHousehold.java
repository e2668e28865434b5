package app.teahouse.reading;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away what was noted about reading in a deleted circle. */
@Component
@Order(-4)
class ReadingHousehold implements Household, Luggage {
    private final Db db;

    ReadingHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var opened = db.sql("""
                delete from reading.opened
                 where circle_id = :circle
                   and (account_id, number) in
                       (select account_id, number from reading.opened where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var positions = db.sql("""
                delete from reading.position
                 where circle_id = :circle
                   and (account_id, number) in
                       (select account_id, number from reading.position where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var places = db.sql("""
                delete from reading.place
                 where circle_id = :circle
                   and account_id in (select account_id from reading.place where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var tallies = db.sql("""
                delete from reading.tally
                 where circle_id = :circle
                   and number in (select number from reading.tally where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var weeks = db.sql("""
                delete from reading.week
                 where circle_id = :circle
                   and account_id in (select account_id from reading.week where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        return opened + positions + places + tallies + weeks > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("reading.opened", "account_id, number")
                        .people("account_id")
                        .discreet(),
                Crate.of("reading.place", "account_id").people("account_id").discreet(),
                Crate.of("reading.position", "account_id, number")
                        .people("account_id")
                        .leave("discreet", "no row of those who are leaves")
                        .discreet(),
                // Beside the rows that leave, the exact number of those that do not would tell on whose they are.
                Crate.of("reading.tally", "number").as("discreet_readers", "0").as("discreet_finished", "0"),
                Crate.of("reading.week", "account_id").people("account_id").discreet());
    }
}
