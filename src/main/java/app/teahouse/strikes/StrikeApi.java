package app.teahouse.strikes;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Offences that staff noted, and the ladder, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class StrikeApi {
    private final Strikes strikes;
    private final Ladders ladders;
    private final Members members;
    private final Clock clock;

    StrikeApi(Strikes strikes, Ladders ladders, Members members, Clock clock) {
        this.strikes = strikes;
        this.ladders = ladders;
        this.members = members;
        this.clock = clock;
    }

    /**
     * @param state {@code counts}, {@code lapsed} or {@code undone}
     * @param about the page in the circle that it is about, or null
     */
    record StrikeJson(
            String id, String reason, @Nullable String about, Instant madeAt, Instant lapsesAt, String state) {

        static StrikeJson of(Strike strike, Instant now) {
            return new StrikeJson(
                    Ids.text(strike.id()),
                    strike.reason(),
                    strike.about(),
                    strike.madeAt(),
                    strike.lapsesAt(),
                    strike.state(now));
        }
    }

    record StrikesJson(List<StrikeJson> items, @Nullable String next) {}

    private StrikesJson json(Cursor<Strike> page) {
        var now = clock.instant();
        return new StrikesJson(
                page.items().stream().map(strike -> StrikeJson.of(strike, now)).toList(), page.next());
    }

    /** What was noted of the reader, the newest first. */
    @GetMapping("/membership/strikes")
    StrikesJson mine(Member member, @RequestParam(required = false) @Nullable StrikeId before) {
        return json(strikes.of(member.circle(), member.account(), before));
    }

    /** What was noted of a member, the newest first. */
    @GetMapping("/members/{number}/strikes")
    StrikesJson of(
            Staff staff, @PathVariable String number, @RequestParam(required = false) @Nullable StrikeId before) {
        return json(strikes.of(
                staff.circle(), members.numbered(staff.circle(), number).account(), before));
    }

    record NewStrikeJson(@Nullable String reason) {}

    record NotedJson(String id) {}

    @PostMapping("/members/{number}/strikes")
    @ResponseStatus(HttpStatus.CREATED)
    NotedJson give(Staff staff, @PathVariable String number, @RequestBody NewStrikeJson wish) {
        return new NotedJson(Ids.text(strikes.give(
                staff,
                members.numbered(staff.circle(), number).number(),
                Objects.requireNonNullElse(wish.reason(), ""),
                null)));
    }

    @DeleteMapping("/members/{number}/strikes/{strike}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Staff staff, @PathVariable String number, @PathVariable StrikeId strike) {
        members.numbered(staff.circle(), number);
        strikes.undo(staff, strike);
    }

    /**
     * @param measure {@code warn}, {@code mute} or {@code remove}
     * @param muteDays for {@code mute} only
     */
    record RungJson(
            @Nullable Integer strikes,
            @Nullable String measure,
            @Nullable Integer muteDays) {}

    /** @param lapseDays after how many days a strike counts no more */
    record LadderJson(@Nullable Integer lapseDays, @Nullable List<RungJson> rungs) {}

    @GetMapping("/ladder")
    LadderJson ladder(Staff staff) {
        var ladder = ladders.of(staff.circle());
        return new LadderJson(
                ladder.lapseDays(),
                ladder.rungs().stream()
                        .map(rung -> new RungJson(rung.strikes(), Db.name(rung.measure()), rung.muteDays()))
                        .toList());
    }

    @PutMapping("/ladder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(Owner owner, @RequestBody LadderJson wish) {
        ladders.set(
                owner,
                new Ladder(
                        Objects.requireNonNullElse(wish.lapseDays(), 0),
                        Objects.requireNonNullElse(wish.rungs(), List.<RungJson>of()).stream()
                                .map(rung -> new Ladder.Rung(
                                        Objects.requireNonNullElse(rung.strikes(), 0),
                                        StrikeForm.measure(Objects.requireNonNullElse(rung.measure(), "")),
                                        rung.muteDays()))
                                .toList()));
    }
}
