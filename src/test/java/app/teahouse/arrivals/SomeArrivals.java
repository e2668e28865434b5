package app.teahouse.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.arrivals.BeginArrival.Wish;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Circles that come in, for tests: brought and let in at once. */
@Component
public class SomeArrivals {
    private final BringCircle bringCircle;
    private final BeginArrival beginArrival;
    private final WorkArrivals workArrivals;
    private final MovePeople movePeople;
    private final ArrivalSheet sheet;
    private final Clock clock;

    SomeArrivals(
            BringCircle bringCircle,
            BeginArrival beginArrival,
            WorkArrivals workArrivals,
            MovePeople movePeople,
            ArrivalSheet sheet,
            Clock clock) {
        this.bringCircle = bringCircle;
        this.beginArrival = beginArrival;
        this.workArrivals = workArrivals;
        this.movePeople = movePeople;
        this.sheet = sheet;
        this.clock = clock;
    }

    CircleId bring(Person person, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return bringCircle.bring(person, "circle.zip", content);
        }
    }

    /** The circle, all of it in. */
    public CircleId arrive(Person person, Path file, String slug, @Nullable String passphrase) throws IOException {
        var circle = bring(person, file);
        beginArrival.begin(person, circle, new Wish(slug, passphrase, true));
        work(person, circle);
        var view = sheet.one(person, circle);
        assertThat(view.problem()).isEmpty();
        assertThat(view.state()).isEqualTo("done");
        return circle;
    }

    void work(Person person, CircleId circle) {
        for (var i = 0; i < 5_000 && sheet.one(person, circle).isBusy(); i++) {
            workArrivals.step(clock.instant());
        }
    }

    void move() {
        for (var i = 0; i < 50 && movePeople.step(clock.instant()); i++) {
            assertThat(i).isLessThan(49);
        }
    }
}
