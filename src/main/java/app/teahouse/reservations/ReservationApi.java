package app.teahouse.reservations;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.security.Limits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lists of people and the places they make, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/places")
class ReservationApi {
    private final ReadList readList;
    private final BeginList beginList;
    private final ListSheet sheet;
    private final PlaceList places;
    private final Limits limits;

    ReservationApi(ReadList readList, BeginList beginList, ListSheet sheet, PlaceList places, Limits limits) {
        this.readList = readList;
        this.beginList = beginList;
        this.sheet = sheet;
        this.places = places;
        this.limits = limits;
    }

    /** A list: {@code already} counts lines for which there is a place before it begins. */
    record PeopleListJson(
            UUID id,
            String state,
            String fileName,
            Instant madeAt,
            int lines,
            int faulty,
            int done,
            int fresh,
            int changed,
            int already,
            List<String> unknownColumns) {
        static PeopleListJson of(ListView view) {
            return new PeopleListJson(
                    Ids.parse(view.id()),
                    view.state(),
                    view.fileName(),
                    view.madeAt(),
                    view.total(),
                    view.faulty(),
                    view.done(),
                    view.fresh(),
                    view.changed(),
                    view.already(),
                    view.unknown());
        }
    }

    record PeopleListsJson(List<PeopleListJson> items) {}

    @GetMapping("/lists")
    PeopleListsJson lists(Partner partner) {
        return new PeopleListsJson(
                sheet.latest(partner).stream().map(PeopleListJson::of).toList());
    }

    @PostMapping("/lists")
    @ResponseStatus(HttpStatus.CREATED)
    PeopleListJson bring(Partner partner, @RequestParam MultipartFile file) {
        return list(partner, ReservationPages.read(partner, file, limits, readList));
    }

    @GetMapping("/lists/{list}")
    PeopleListJson list(Partner partner, @PathVariable ListId list) {
        return PeopleListJson.of(sheet.one(partner, list, true, 0));
    }

    /** {@code odd} says what is to be told of it, or is empty. */
    record LineJson(
            int line,
            String state,
            String name,
            List<String> tags,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate expiresOn,
            String note,
            String odd,
            String detail) {}

    record LinesJson(List<LineJson> items, @Nullable String next) {}

    @GetMapping("/lists/{list}/lines")
    LinesJson lines(
            Partner partner,
            @PathVariable ListId list,
            @RequestParam(defaultValue = "false") boolean odd,
            @RequestParam(defaultValue = "0") int after) {
        var found = sheet.one(partner, list, odd, after).lines();
        return new LinesJson(
                found.items().stream()
                        .map(line -> new LineJson(
                                line.line(),
                                line.state(),
                                line.name(),
                                line.notes().tags(),
                                line.notes().joinedOn(),
                                line.notes().expiresOn(),
                                line.notes().note(),
                                line.odd(),
                                line.detail()))
                        .toList(),
                found.next());
    }

    @PostMapping("/lists/{list}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void start(Partner partner, @PathVariable ListId list) {
        beginList.begin(partner, list);
    }

    @PostMapping("/lists/{list}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Partner partner, @PathVariable ListId list) {
        beginList.stop(partner, list);
    }

    /** {@code member} is the number of whoever took it, or null while it waits. */
    record HeldJson(
            UUID id,
            String name,
            List<String> tags,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate expiresOn,
            String note,
            Instant madeAt,
            @Nullable Long member) {}

    record AllHeldJson(List<HeldJson> items, @Nullable String next) {}

    @GetMapping
    AllHeldJson all(Partner partner, @RequestParam(required = false) @Nullable PlaceId before) {
        var page = places.page(partner, before);
        return new AllHeldJson(
                page.items().stream()
                        .map(place -> new HeldJson(
                                Ids.parse(place.id()),
                                place.name(),
                                place.notes().tags(),
                                place.notes().joinedOn(),
                                place.notes().expiresOn(),
                                place.notes().note(),
                                place.madeAt(),
                                place.member() == null ? null : place.member().number()))
                        .toList(),
                page.next());
    }

    @DeleteMapping("/{place}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Partner partner, @PathVariable PlaceId place) {
        places.withdraw(partner, place);
    }
}
