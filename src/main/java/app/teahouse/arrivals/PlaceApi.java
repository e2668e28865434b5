package app.teahouse.arrivals;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Person;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The places that wait for somebody, for programs. */
@RestController
@RequestMapping("/api/v1/me/places")
class PlaceApi {
    private final Places places;
    private final TakePlace takePlace;

    PlaceApi(Places places, TakePlace takePlace) {
        this.places = places;
        this.takePlace = takePlace;
    }

    /** {@code moving}: it has been taken, and the words are on their way. */
    record PlaceJson(UUID circle, String slug, String name, long number, String alias, boolean moving) {}

    record PlacesJson(List<PlaceJson> items) {}

    @GetMapping
    PlacesJson all(Person person) {
        return new PlacesJson(places.of(person).stream()
                .map(place -> new PlaceJson(
                        place.circle().value(),
                        place.face().slug(),
                        place.face().name(),
                        place.number(),
                        place.alias(),
                        place.moving()))
                .toList());
    }

    @PutMapping("/{circle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(Person person, @PathVariable CircleId circle) {
        takePlace.take(person, circle);
    }
}
