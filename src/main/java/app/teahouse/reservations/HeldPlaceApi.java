package app.teahouse.reservations;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The places that are held for one's address, for programs. */
@RestController
@RequestMapping("/api/v1/me/held-places")
class HeldPlaceApi {
    private final HeldPlaces places;

    HeldPlaceApi(HeldPlaces places) {
        this.places = places;
    }

    record MyHeldJson(
            UUID circle,
            String slug,
            String name,
            List<String> tags,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate expiresOn) {}

    record MyHeldListJson(List<MyHeldJson> items) {}

    @GetMapping
    MyHeldListJson all(Person person) {
        return new MyHeldListJson(places.of(person).stream()
                .map(place -> new MyHeldJson(
                        place.face().id().value(),
                        place.face().slug(),
                        place.face().name(),
                        place.notes().tags(),
                        place.notes().joinedOn(),
                        place.notes().expiresOn()))
                .toList());
    }

    @PutMapping("/{circle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(Person person, @PathVariable CircleId circle) {
        places.take(person, circle);
    }
}
