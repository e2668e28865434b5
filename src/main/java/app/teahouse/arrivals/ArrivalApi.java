package app.teahouse.arrivals;

import app.teahouse.arrivals.BeginArrival.Wish;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.security.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Circles that come in, for programs: bring an archive, look, start, watch, stop. */
@RestController
@RequestMapping("/api/v1/arrivals")
class ArrivalApi {
    private final BringCircle bringCircle;
    private final BeginArrival beginArrival;
    private final StopArrival stopArrival;
    private final ArrivalSheet sheet;
    private final Limits limits;

    ArrivalApi(
            BringCircle bringCircle,
            BeginArrival beginArrival,
            StopArrival stopArrival,
            ArrivalSheet sheet,
            Limits limits) {
        this.bringCircle = bringCircle;
        this.beginArrival = beginArrival;
        this.stopArrival = stopArrival;
        this.sheet = sheet;
        this.limits = limits;
    }

    /** {@code rows} by table; {@code problem} says why it could not come in. */
    record ArrivalJson(
            UUID id,
            String state,
            Instant madeAt,
            String name,
            String slug,
            boolean marked,
            long done,
            long total,
            Map<String, Long> rows,
            long strangeFiles,
            List<String> unknownColumns,
            Map<String, Object> problem,
            long openPlaces) {
        static ArrivalJson of(ArrivalView one) {
            return new ArrivalJson(
                    Ids.parse(one.id()),
                    one.state(),
                    one.madeAt(),
                    one.name(),
                    one.slug(),
                    one.marked(),
                    one.done(),
                    one.total(),
                    one.rows(),
                    one.strange(),
                    one.unknown(),
                    one.problem(),
                    one.open());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ArrivalJson bring(Person person, @RequestParam MultipartFile file) {
        return ArrivalJson.of(sheet.one(person, ArrivalPages.bring(person, file, limits, bringCircle)));
    }

    @GetMapping("/{circle}")
    ArrivalJson one(Person person, @PathVariable CircleId circle) {
        return ArrivalJson.of(sheet.one(person, circle));
    }

    record StartJson(String slug, @Nullable String passphrase, boolean wasOwner) {}

    @PostMapping("/{circle}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void start(Person person, @PathVariable CircleId circle, @RequestBody StartJson wish) {
        limits.take("arrival-key", person.account().value().toString(), 20, Duration.ofHours(1));
        beginArrival.begin(person, circle, new Wish(wish.slug(), wish.passphrase(), wish.wasOwner()));
    }

    @PostMapping("/{circle}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Person person, @PathVariable CircleId circle) {
        stopArrival.stop(person, circle);
    }
}
