package app.teahouse.muting;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.speaking.Hush;
import app.teahouse.speaking.Hushes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When a whole circle rests, for the programs of staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/rest")
class HushApi {
    private final Hushes hushes;

    HushApi(Hushes hushes) {
        this.hushes = hushes;
    }

    /**
     * @param kind {@code now} or {@code daily}
     * @param surfaces where nobody writes
     * @param spares roles for which it does not hold
     * @param until when a rest that began at once ends, or null
     * @param from {@code 23:00}, by the circle's clock, for a daily one, as is {@code to}
     */
    record RestJson(
            @Nullable String kind,
            @Nullable List<String> surfaces,
            @Nullable List<String> spares,
            @Nullable Instant until,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {

        static RestJson of(Hush hush) {
            var hours = hush.hours();
            return new RestJson(
                    Db.name(hush.kind()),
                    hush.surfaces().stream().map(Db::name).toList(),
                    hush.spares().stream().map(Db::name).sorted().toList(),
                    hush.until(),
                    hours == null ? null : hours.from().toString(),
                    hours == null ? null : hours.to().toString(),
                    hush.reason());
        }
    }

    @GetMapping
    List<RestJson> list(Staff staff) {
        return hushes.of(staff.circle()).stream().map(RestJson::of).toList();
    }

    @PutMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(Staff staff, @PathVariable String kind, @RequestBody RestJson wish) {
        var asked = RulingForm.constant(Hush.Kind.class, "kind", kind);
        hushes.set(
                staff,
                new Hush(
                        asked,
                        Objects.requireNonNullElse(wish.surfaces(), List.<String>of()).stream()
                                .map(name -> RulingForm.constant(Surface.class, "surfaces", name))
                                .toList(),
                        Objects.requireNonNullElse(wish.spares(), List.<String>of()).stream()
                                .map(name -> RulingForm.constant(Role.class, "spares", name))
                                .collect(Collectors.toSet()),
                        asked == Hush.Kind.NOW ? wish.until() : null,
                        asked == Hush.Kind.DAILY
                                ? new Hush.Hours(RulingForm.time("from", wish.from()), RulingForm.time("to", wish.to()))
                                : null,
                        Objects.requireNonNullElse(wish.reason(), "")));
    }

    @DeleteMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(Staff staff, @PathVariable String kind) {
        hushes.lift(staff, RulingForm.constant(Hush.Kind.class, "kind", kind));
    }
}
