package app.teahouse.screening;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.security.Limits;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A circle's screening rules for programs of its staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/screening-rules")
class RuleApi {
    private final Rules rules;
    private final WriteRule writeRule;
    private final TryRule tryRule;
    private final HitList hitList;
    private final Limits limits;

    RuleApi(Rules rules, WriteRule writeRule, TryRule tryRule, HitList hitList, Limits limits) {
        this.rules = rules;
        this.writeRule = writeRule;
        this.tryRule = tryRule;
        this.hitList = hitList;
        this.limits = limits;
    }

    /**
     * A rule.
     *
     * @param kind {@code words}, {@code links}, {@code contacts}, {@code newcomers}, {@code rate}, {@code repetition} or {@code likeness}
     * @param verdict {@code tag}, {@code hold}, {@code ask} or {@code block}
     * @param said what a writer is told who is asked to change their words, or refused
     * @param matters {@code post}, {@code comment}, {@code homework}, {@code profile}
     * @param spares roles it does not look at
     * @param sparedTags ids of member tags; whoever wears one it does not look at
     * @param words words, or denied domains
     * @param allowed exceptions, or allowed domains
     * @param contacts {@code phone}, {@code wechat}, {@code qq}, {@code email}
     * @param strict of links, whatever is not allowed; of copies, only those nearly the same
     */
    record RuleJson(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String verdict,
            @Nullable String said,
            @Nullable List<String> matters,
            @Nullable List<String> spares,
            @Nullable List<String> words,
            @Nullable List<String> allowed,
            @Nullable List<String> contacts,
            @Nullable Boolean strict,
            @Nullable Integer many,
            @Nullable Integer minutes,
            @Nullable List<UUID> sparedTags) {

        RuleWish wish() {
            return new RuleForm.Typed(
                            name,
                            kind,
                            verdict,
                            said,
                            matters,
                            spares,
                            words,
                            allowed,
                            contacts,
                            Boolean.TRUE.equals(strict),
                            Objects.requireNonNullElse(many, 0),
                            Objects.requireNonNullElse(minutes, 0),
                            Objects.requireNonNullElse(sparedTags, List.<UUID>of()).stream()
                                    .map(UUID::toString)
                                    .toList())
                    .wish();
        }

        static RuleJson of(Rule rule) {
            return new RuleJson(
                    rule.name(),
                    Db.name(rule.kind()),
                    Db.name(rule.verdict()),
                    rule.said(),
                    Rules.names(rule.matters()),
                    Rules.names(List.copyOf(rule.spares())),
                    rule.words(),
                    rule.allowed(),
                    Rules.names(rule.contacts()),
                    rule.strict(),
                    rule.many(),
                    rule.minutes(),
                    rule.sparedTags().stream().map(MemberTagId::value).toList());
        }
    }

    /** @param hits found in the last thirty days, up to a thousand; {@code disagreed} is how often staff let it be */
    record RuleStateJson(
            UUID id, boolean on, Instant changedAt, long hits, long agreed, long disagreed, RuleJson rule) {
        static RuleStateJson of(HitList.RuleView view) {
            return new RuleStateJson(
                    view.rule().id().value(),
                    view.rule().switched(),
                    view.rule().changedAt(),
                    view.counts().hits(),
                    view.counts().agreed(),
                    view.counts().disagreed(),
                    RuleJson.of(view.rule()));
        }
    }

    record RulesJson(List<RuleStateJson> items) {}

    /** In their order. */
    @GetMapping
    RulesJson list(Staff staff) {
        return new RulesJson(hitList.with(staff.circle(), rules.of(staff.circle())).stream()
                .map(RuleStateJson::of)
                .toList());
    }

    record MadeJson(UUID id) {}

    /** A new rule is switched off. */
    @PostMapping
    ResponseEntity<MadeJson> make(Partner partner, @RequestBody RuleJson wish) {
        limits.take("screening", partner.account().value().toString(), 60, Duration.ofMinutes(10));
        var id = writeRule.make(partner, wish.wish());
        return ResponseEntity.created(URI.create(
                        "/api/v1/circles/" + partner.member().face().slug() + "/screening-rules/" + id.value()))
                .body(new MadeJson(id.value()));
    }

    @GetMapping("/{id}")
    RuleStateJson one(Staff staff, @PathVariable RuleId id) {
        return RuleStateJson.of(hitList.with(staff.circle(), List.of(rules.one(staff.circle(), id)))
                .getFirst());
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Partner partner, @PathVariable RuleId id, @RequestBody RuleJson wish) {
        limits.take("screening", partner.account().value().toString(), 60, Duration.ofMinutes(10));
        writeRule.change(partner, id, wish.wish());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Partner partner, @PathVariable RuleId id) {
        writeRule.remove(partner, id);
    }

    record SwitchJson(@Nullable Boolean on) {}

    @PutMapping("/{id}/switch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turn(Partner partner, @PathVariable RuleId id, @RequestBody SwitchJson wish) {
        writeRule.turn(partner, id, Boolean.TRUE.equals(wish.on()));
    }

    /** Before the rule above it. */
    @PostMapping("/{id}/raise")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void raise(Partner partner, @PathVariable RuleId id) {
        writeRule.raise(partner, id);
    }

    /**
     * What the rule found in one thing.
     *
     * @param writer null if they left
     * @param url where it stands; null where nothing was written
     * @param outcome whether staff {@code agreed} or {@code disagreed}; null before they looked
     */
    record HitJson(
            UUID id,
            @Nullable String writer,
            String matter,
            String verdict,
            @Nullable String url,
            String excerpt,
            Instant at,
            @Nullable String outcome) {}

    record HitsJson(List<HitJson> items, @Nullable String next) {
        static HitsJson of(Cursor<HitList.HitView> page) {
            return new HitsJson(
                    page.items().stream()
                            .map(hit -> new HitJson(
                                    hit.id(),
                                    hit.writer(),
                                    Db.name(hit.matter()),
                                    Db.name(hit.verdict()),
                                    hit.url(),
                                    hit.excerpt(),
                                    hit.at(),
                                    hit.outcome()))
                            .toList(),
                    page.next());
        }
    }

    /** What it found, the newest first; {@code next} goes into {@code before}. */
    @GetMapping("/{id}/hits")
    HitsJson hits(Staff staff, @PathVariable RuleId id, @RequestParam(required = false) @Nullable UUID before) {
        rules.one(staff.circle(), id);
        return HitsJson.of(hitList.page(staff.circle(), staff.member().face().slug(), id, before));
    }

    /** Tries it on the last thirty days; a trial that runs already goes on. */
    @PostMapping("/{id}/trial")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void begin(Partner partner, @PathVariable RuleId id) {
        limits.take("screening-trial", partner.circle().value().toString(), 30, Duration.ofHours(1));
        tryRule.begin(partner, id);
    }

    @DeleteMapping("/{id}/trial")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Partner partner, @PathVariable RuleId id) {
        tryRule.stop(partner, id);
    }

    record SampleJson(
            @Nullable String writer,
            String matter,
            @Nullable String url,
            String excerpt,
            Instant at) {}

    /**
     * How far a trial came.
     *
     * @param state {@code running}, {@code done} or {@code stopped}
     * @param stale whether the rule was changed since
     */
    record TrialJson(String state, long looked, long found, Instant askedAt, boolean stale, List<SampleJson> samples) {
        static TrialJson of(TryRule.TrialView trial) {
            return new TrialJson(
                    trial.state(),
                    trial.looked(),
                    trial.found(),
                    trial.askedAt(),
                    trial.stale(),
                    trial.samples().stream()
                            .map(one -> new SampleJson(
                                    one.writer(), Db.name(one.matter()), one.url(), one.excerpt(), one.at()))
                            .toList());
        }
    }

    /** The newest trial, with the first things it found. */
    @GetMapping("/{id}/trial")
    TrialJson trial(Staff staff, @PathVariable RuleId id) {
        return tryRule.last(
                        staff.circle(),
                        rules.one(staff.circle(), id),
                        staff.member().face().slug())
                .map(TrialJson::of)
                .orElseThrow(() -> Refusal.notFound("screening.never-tried"));
    }
}
