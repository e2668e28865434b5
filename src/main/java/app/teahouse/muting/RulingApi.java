package app.teahouse.muting;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.members.Members;
import app.teahouse.speaking.Preset;
import app.teahouse.speaking.Ruling;
import app.teahouse.speaking.RulingId;
import java.time.Instant;
import java.util.List;
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

/** Who may write where, for the programs of staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class RulingApi {
    private final RulingSheet rulingSheet;
    private final Rule rule;
    private final LiftRuling liftRuling;
    private final Members members;

    RulingApi(RulingSheet rulingSheet, Rule rule, LiftRuling liftRuling, Members members) {
        this.rulingSheet = rulingSheet;
        this.rule = rule;
        this.liftRuling = liftRuling;
        this.members = members;
    }

    /**
     * @param member the member's number, or null where that account is gone
     * @param kind {@code mute} or {@code grant}
     * @param until when it ends by itself, or null
     * @param review whether it holds until staff look at it again
     * @param about the page in the circle that called for it, or null
     * @param ended how it ended, or null while it holds
     */
    record RulingJson(
            String id,
            @Nullable Long member,
            String kind,
            String preset,
            List<String> surfaces,
            String reason,
            @Nullable Instant until,
            boolean review,
            @Nullable String about,
            Instant madeAt,
            @Nullable String ended) {

        static RulingJson of(RulingView view) {
            var ruling = view.ruling();
            return new RulingJson(
                    view.key(),
                    view.member() == null ? null : view.member().number(),
                    Db.name(ruling.kind()),
                    Db.name(ruling.preset()),
                    ruling.surfaces().stream().map(Db::name).toList(),
                    ruling.reason(),
                    ruling.until(),
                    ruling.review(),
                    ruling.about(),
                    ruling.madeAt(),
                    view.inForce() ? null : view.end());
        }
    }

    record RulingsJson(List<RulingJson> items, @Nullable String next) {

        static RulingsJson of(Cursor<RulingView> page) {
            return new RulingsJson(page.items().stream().map(RulingJson::of).toList(), page.next());
        }
    }

    /** Those that hold now, the newest first. */
    @GetMapping("/rulings")
    RulingsJson list(
            Staff staff,
            @RequestParam(defaultValue = "mute") String kind,
            @RequestParam(required = false) @Nullable RulingId before) {
        var asked = RulingForm.constant(Ruling.Kind.class, "kind", kind);
        return RulingsJson.of(rulingSheet.inForce(staff.circle(), asked, before, RulingSheet.SIZE));
    }

    /** All that was ever said about a member, the newest first. */
    @GetMapping("/members/{number}/rulings")
    RulingsJson ofMember(
            Staff staff, @PathVariable String number, @RequestParam(required = false) @Nullable RulingId before) {
        var card = members.numbered(staff.circle(), number);
        return RulingsJson.of(rulingSheet.ofMember(staff.circle(), card.account(), before));
    }

    /**
     * @param members their numbers, at most a hundred; all of them or none
     * @param preset a name, or {@code chosen} with {@code surfaces}
     * @param until when it ends, or null: at review, or when somebody lifts it
     */
    record NewRulingJson(
            @Nullable List<Long> members,
            @Nullable String kind,
            @Nullable String preset,
            @Nullable List<String> surfaces,
            @Nullable Instant until,
            @Nullable Boolean review,
            @Nullable String reason,
            @Nullable String about) {}

    record MadeJson(List<String> ids) {}

    @PostMapping("/rulings")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson rule(Staff staff, @RequestBody NewRulingJson wish) {
        var numbers = Objects.requireNonNullElse(wish.members(), List.<Long>of());
        if (numbers.isEmpty()) {
            throw Refusal.conflict("ruling.nobody");
        }
        var surfaces = Objects.requireNonNullElse(wish.surfaces(), List.<String>of()).stream()
                .map(name -> RulingForm.constant(Surface.class, "surfaces", name))
                .toList();
        var made = rule.rule(
                staff,
                numbers,
                new Rule.Wish(
                        RulingForm.constant(Ruling.Kind.class, "kind", Objects.requireNonNullElse(wish.kind(), "mute")),
                        RulingForm.constant(
                                Preset.class, "preset", Objects.requireNonNullElse(wish.preset(), "chosen")),
                        surfaces,
                        term(wish),
                        Objects.requireNonNullElse(wish.reason(), ""),
                        wish.about()));
        return new MadeJson(made.stream().map(Ids::text).toList());
    }

    private static Term term(NewRulingJson wish) {
        if (wish.until() != null) {
            return new Term.Until(wish.until());
        }
        return Boolean.TRUE.equals(wish.review()) ? new Term.Review() : new Term.ForGood();
    }

    @DeleteMapping("/rulings/{ruling}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(Staff staff, @PathVariable RulingId ruling, @RequestParam(defaultValue = "") String reason) {
        liftRuling.lift(staff, ruling, reason);
    }
}
