package app.teahouse.verdicts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.verdicts.VerdictJson.AppealTextJson;
import app.teahouse.verdicts.VerdictJson.VerdictThreadJson;
import app.teahouse.verdicts.VerdictJson.VerdictsJson;
import app.teahouse.web.WhileHalted;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Decisions about circles, for the programs of operators and of those who lead the circle. */
@RestController
@RequestMapping("/api/v1")
class VerdictApi {
    private final Verdicts verdicts;
    private final MakeVerdict makeVerdict;
    private final EndVerdict endVerdict;
    private final Appeal appeal;

    VerdictApi(Verdicts verdicts, MakeVerdict makeVerdict, EndVerdict endVerdict, Appeal appeal) {
        this.verdicts = verdicts;
        this.makeVerdict = makeVerdict;
        this.endVerdict = endVerdict;
        this.appeal = appeal;
    }

    /** All of the site, the newest first; or those whose appeals wait, who waits longest first. */
    @GetMapping("/site/verdicts")
    VerdictsJson siteVerdicts(
            Operator operator,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable VerdictId before) {
        return waiting
                ? new VerdictsJson(
                        verdicts.waiting(operator).stream()
                                .map(view -> VerdictJson.of(view.verdict()))
                                .toList(),
                        null)
                : VerdictsJson.of(verdicts.all(operator, before));
    }

    /**
     * @param days of a freeze until it ends by itself, or null until an operator looks again; of an end, in how many days, at least 7
     * @param urgent whether a circle that is closed is gone after one day
     * @param alone needed from an operator who is in the circle where nobody else can decide
     */
    record NewVerdictJson(
            @Nullable String kind,
            @Nullable String reason,
            @Nullable Integer days,
            @Nullable Boolean urgent,
            @Nullable Boolean alone) {}

    @PostMapping("/site/circles/{circle}/verdicts")
    @ResponseStatus(HttpStatus.CREATED)
    VerdictThreadJson makeVerdict(Operator operator, @PathVariable CircleId circle, @RequestBody NewVerdictJson wish) {
        var id = makeVerdict.make(
                operator,
                circle,
                new MakeVerdict.Wish(
                        VerdictForm.kind(wish.kind()),
                        Objects.requireNonNullElse(wish.reason(), ""),
                        wish.days(),
                        Boolean.TRUE.equals(wish.urgent()),
                        null,
                        Boolean.TRUE.equals(wish.alone())));
        return VerdictThreadJson.of(verdicts.one(operator, circle, id));
    }

    @GetMapping("/site/circles/{circle}/verdicts/{verdict}")
    VerdictThreadJson siteVerdict(Operator operator, @PathVariable CircleId circle, @PathVariable VerdictId verdict) {
        return VerdictThreadJson.of(verdicts.one(operator, circle, verdict));
    }

    @PostMapping("/site/circles/{circle}/verdicts/{verdict}/lines")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerAppeal(
            Operator operator,
            @PathVariable CircleId circle,
            @PathVariable VerdictId verdict,
            @RequestBody AppealTextJson line) {
        appeal.answer(operator, circle, verdict, Objects.requireNonNullElse(line.text(), ""));
    }

    /** @param reason those who lead the circle read it
     * @param alone as of a new decision */
    record EndJson(@Nullable String reason, @Nullable Boolean alone) {}

    @DeleteMapping("/site/circles/{circle}/verdicts/{verdict}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endVerdict(
            Operator operator,
            @PathVariable CircleId circle,
            @PathVariable VerdictId verdict,
            @RequestBody EndJson why) {
        endVerdict.end(
                operator,
                circle,
                verdict,
                Objects.requireNonNullElse(why.reason(), ""),
                Boolean.TRUE.equals(why.alone()));
    }

    /** For those who lead the circle. */
    @GetMapping("/circles/{slug}/verdicts")
    VerdictsJson circleVerdicts(Partner partner, @RequestParam(required = false) @Nullable VerdictId before) {
        return VerdictsJson.of(verdicts.of(partner, before));
    }

    @GetMapping("/circles/{slug}/verdicts/{verdict}")
    VerdictThreadJson circleVerdict(Partner partner, @PathVariable VerdictId verdict) {
        return VerdictThreadJson.of(verdicts.one(partner, verdict));
    }

    /** The owner's appeal. */
    @PostMapping("/circles/{slug}/verdicts/{verdict}/lines")
    @WhileHalted
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void appeal(Owner owner, @PathVariable VerdictId verdict, @RequestBody AppealTextJson line) {
        appeal.write(owner, verdict, Objects.requireNonNullElse(line.text(), ""));
    }
}
