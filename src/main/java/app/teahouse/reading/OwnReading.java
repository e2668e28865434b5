package app.teahouse.reading;

import app.teahouse.circles.Circle;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.members.Discretion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What somebody decides about the records of their reading, in all their circles. */
@Component
public class OwnReading {
    private final Db db;
    private final Discretion discretion;
    private final ForgetReading forgetReading;
    private final Weeks weeks;

    OwnReading(Db db, Discretion discretion, ForgetReading forgetReading, Weeks weeks) {
        this.db = db;
        this.discretion = discretion;
        this.forgetReading = forgetReading;
        this.weeks = weeks;
    }

    public boolean isShown(Person person) {
        return !discretion.of(person.account());
    }

    /** Lists leave them out, or name them, from the first statement on; the sums follow in steps that nobody has to wait for. */
    public void show(Person person, boolean shown) {
        discretion.choose(person, !shown);
        for (var circle : circles(person.account())) {
            var more = true;
            while (more) {
                more = forgetReading.count(circle, person.account(), !shown);
            }
        }
    }

    /** What they have marked as done in courses is no record of reading, and stays. */
    public void forget(Person person) {
        for (var circle : circles(person.account())) {
            var more = true;
            while (more) {
                more = forgetReading.step(circle, person.account());
            }
        }
    }

    private List<CircleId> circles(AccountId account) {
        return db.sql("select circle_id from members.account_circle where account_id = :account")
                .with("account", account)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    /** How many seconds they read since Monday; circles where they did not are left out. */
    public Map<CircleId, Integer> week(Person person, Collection<Circle> circles) {
        return weeks.of(person.account(), circles);
    }
}
