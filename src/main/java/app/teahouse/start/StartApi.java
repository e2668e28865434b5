package app.teahouse.start;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps before newcomers, as programs read, take and set them. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/start")
class StartApi {
    private static final String OWN = "What one has done is seen by nobody else";

    private final Steps steps;
    private final ArrangeSteps arrangeSteps;
    private final TakeStep takeStep;

    StartApi(Steps steps, ArrangeSteps arrangeSteps, TakeStep takeStep) {
        this.steps = steps;
        this.arrangeSteps = arrangeSteps;
        this.takeStep = takeStep;
    }

    /**
     * @param kind {@code words}, {@code post}, {@code column}, {@code rules}, {@code profile} or {@code write}
     * @param url what it leads to, or null
     */
    record StepJson(
            UUID id,
            String kind,
            String title,
            String note,
            @Nullable Long number,
            @Nullable String url,
            int minutes,
            boolean done) {}

    record StepsJson(List<StepJson> items) {}

    @GetMapping
    StepsJson all(Member member) {
        return new StepsJson(steps.read(member).steps().stream()
                .map(step -> new StepJson(
                        step.id().value(),
                        Db.name(step.kind()),
                        step.title(),
                        step.note(),
                        step.number(),
                        step.url(),
                        step.minutes(),
                        step.done()))
                .toList());
    }

    /** @param number of the post or column it leads to */
    record StepTextJson(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String note,
            @Nullable Long number) {
        StepText text() {
            var known = Arrays.stream(StepKind.values())
                    .filter(one -> Db.name(one).equals(kind))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("kind", "start.kind-unknown"));
            return new StepText(known, title, note, number);
        }
    }

    record StepMadeJson(UUID id) {}

    @PostMapping
    ResponseEntity<StepMadeJson> add(Staff staff, @RequestBody StepTextJson asked) {
        var step = arrangeSteps.add(staff, asked.text());
        var slug = staff.member().face().slug();
        return ResponseEntity.created(URI.create("/api/v1/circles/" + slug + "/start/" + Ids.text(step)))
                .body(new StepMadeJson(step.value()));
    }

    @PutMapping("/{step}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Staff staff, @PathVariable StepId step, @RequestBody StepTextJson asked) {
        arrangeSteps.change(staff, step, asked.text());
    }

    @DeleteMapping("/{step}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Staff staff, @PathVariable StepId step) {
        arrangeSteps.remove(staff, step);
    }

    /** @param place from 0 */
    record StepPlaceJson(int place) {}

    @PutMapping("/{step}/place")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(Staff staff, @PathVariable StepId step, @RequestBody StepPlaceJson asked) {
        arrangeSteps.move(staff, step, asked.place());
    }

    @PutMapping("/{step}/done")
    @NoSurface(OWN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void take(Member member, @PathVariable StepId step) {
        takeStep.take(member, step);
    }

    @DeleteMapping("/{step}/done")
    @NoSurface(OWN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void undo(Member member, @PathVariable StepId step) {
        takeStep.undo(member, step);
    }
}
