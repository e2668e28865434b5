package app.teahouse.arrivals;

import app.teahouse.entrance.Greeting;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.reservations.HeldPlaces;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says to who signs in that a place waits for them. */
@Component
class OfferPlaces implements Greeting {
    private final Places places;
    private final HeldPlaces held;

    OfferPlaces(Places places, HeldPlaces held) {
        this.places = places;
        this.held = held;
    }

    @Override
    public Optional<String> to(AccountId account) {
        return waiting(account).findAny().map(_ -> "arrivals.place-waits");
    }

    private Stream<CircleId> waiting(AccountId account) {
        return Stream.concat(
                places.of(account).stream().filter(place -> !place.moving()).map(WaitingPlace::circle),
                held.of(account).stream().map(place -> place.face().id()));
    }
}
