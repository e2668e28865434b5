package app.teahouse.reading;

import app.teahouse.circles.Circle;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Person;
import app.teahouse.members.CirclesOf;
import app.teahouse.members.Discretion;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What somebody decides about the records of their reading, in all their circles. */
@Component
public class OwnReading {
    private final Discretion discretion;
    private final ForgetReading forgetReading;
    private final Weeks weeks;
    private final CirclesOf circlesOf;

    OwnReading(Discretion discretion, ForgetReading forgetReading, Weeks weeks, CirclesOf circlesOf) {
        this.discretion = discretion;
        this.forgetReading = forgetReading;
        this.weeks = weeks;
        this.circlesOf = circlesOf;
    }

    public boolean isShown(Person person) {
        return !discretion.of(person.account());
    }

    /** Lists leave them out, or name them, from the first statement on; the sums follow in steps that nobody has to wait for. */
    public void show(Person person, boolean shown) {
        discretion.choose(person, !shown);
        for (var circle : circlesOf.all(person.account())) {
            var more = true;
            while (more) {
                more = forgetReading.count(circle, person.account(), !shown);
            }
        }
    }

    /** What they have marked as done in courses is no record of reading, and stays. */
    public void forget(Person person) {
        for (var circle : circlesOf.all(person.account())) {
            var more = true;
            while (more) {
                more = forgetReading.step(circle, person.account());
            }
        }
    }

    /** How many seconds they read since Monday; circles where they did not are left out. */
    public Map<CircleId, Integer> week(Person person, Collection<Circle> circles) {
        return weeks.of(person.account(), circles);
    }
}
