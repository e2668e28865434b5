package app.teahouse.arrivals;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.reservations.HeldPlaces;
import app.teahouse.settings.SettingsEntry;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A person finds the places that wait for them in circles that came from elsewhere. */
@Controller
class PlacePages {
    private static final String HERE = "/me/places";

    private final Places places;
    private final TakePlace takePlace;
    private final HeldPlaces held;
    private final Templates templates;

    PlacePages(Places places, TakePlace takePlace, HeldPlaces held, Templates templates) {
        this.places = places;
        this.takePlace = takePlace;
        this.held = held;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page places(Person person, Frame frame) {
        return Page.of(templates.arrivalsPlaces(frame, Form.blank(frame), HERE, places.of(person), held.of(person)));
    }

    /** A line for the circle's about page, fetched after it; nothing where no place waits. */
    @GetMapping("/c/{slug}/held")
    Page held(Onlooker onlooker, Person person, Frame frame) {
        var circle = onlooker.circle();
        var waits = onlooker.member().isEmpty()
                && (places.in(person, circle).filter(place -> !place.moving()).isPresent()
                        || held.isHeld(person, circle));
        return Page.of(templates.arrivalsHeld(frame, waits));
    }

    /** One that is held for somebody from a list, as against one that came with a circle. */
    @PostMapping(HERE + "/held/{circle}")
    Page takeHeld(Person person, Frame frame, Form form, @PathVariable CircleId circle) {
        return form.submit(
                () -> {
                    held.take(person, circle);
                    return Page.to(HERE).saying("reservations.taken");
                },
                again -> templates.arrivalsPlaces(frame, again, HERE, places.of(person), held.of(person)));
    }

    @PostMapping(HERE + "/{circle}")
    Page take(Person person, Frame frame, Form form, @PathVariable CircleId circle) {
        return form.submit(
                () -> {
                    takePlace.take(person, circle);
                    return Page.to(HERE).saying("arrivals.place-taken");
                },
                again -> templates.arrivalsPlaces(frame, again, HERE, places.of(person), held.of(person)));
    }

    /** Its line in the settings. */
    @Configuration(proxyBeanMethods = false)
    static class Entry {
        @Bean
        SettingsEntry placesEntry() {
            return new SettingsEntry(70, "arrivals.places", "door-enter", HERE);
        }
    }
}
