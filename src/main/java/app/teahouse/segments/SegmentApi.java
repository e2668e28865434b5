package app.teahouse.segments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Words;
import java.time.Instant;
import java.time.LocalDate;
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

/** A circle's segments for programs of its staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/segments")
class SegmentApi {
    private final SegmentDesk desk;
    private final WriteSegment writeSegment;

    SegmentApi(SegmentDesk desk, WriteSegment writeSegment) {
        this.desk = desk;
        this.writeSegment = writeSegment;
    }

    /**
     * A condition.
     *
     * @param fact {@code role}, {@code tag}, {@code plan}, {@code time}, {@code ends}, {@code joined}, {@code seen}, {@code days},
     *     {@code wrote}, {@code written}, {@code posts}, {@code read} or {@code grade}
     * @param not asks for the contrary: not within so many days, fewer than so many
     * @param value a role, the id of a tag or plan, a number of days or things, or {@code high}, {@code middle}, {@code low}
     */
    record ConditionJson(
            @Nullable String fact, @Nullable Boolean not, @Nullable String value) {

        Kept.Line line() {
            return new Kept.Line(
                    Objects.requireNonNullElse(fact, ""),
                    Boolean.TRUE.equals(not),
                    Objects.requireNonNullElse(value, ""));
        }
    }

    /**
     * A segment as it is made.
     *
     * @param join {@code all}, {@code any} or {@code none} of the conditions have to hold
     * @param tag the id of a member tag that is given to who belongs to it
     * @param takes whether the tag is taken from who belongs to it no more
     */
    record SegmentJson(
            @Nullable String name,
            @Nullable String join,
            @Nullable List<ConditionJson> conditions,
            @Nullable String tag,
            @Nullable Boolean takes) {

        WriteSegment.Wish wish() {
            return new WriteSegment.Wish(
                    Objects.requireNonNullElse(name, ""),
                    filter(),
                    SegmentForm.tag(tag == null || tag.isEmpty() ? null : tag),
                    Boolean.TRUE.equals(takes));
        }

        Filter filter() {
            return SegmentForm.filter(
                    Objects.requireNonNullElse(join, "all"),
                    Objects.requireNonNullElse(conditions, List.<ConditionJson>of()).stream()
                            .map(ConditionJson::line)
                            .toList());
        }
    }

    record DayJson(LocalDate day, long members) {}

    /**
     * A segment as it is.
     *
     * @param builtIn which of the built-in ones, or null
     * @param members when it was counted last; null before
     * @param gone whether a condition names a tag or a plan that is not there any more
     */
    record SegmentStateJson(
            String id,
            String name,
            @Nullable String builtIn,
            String join,
            List<ConditionJson> conditions,
            @Nullable String tag,
            boolean takes,
            @Nullable Long members,
            @Nullable Instant countedAt,
            boolean gone,
            List<DayJson> days) {

        static SegmentStateJson of(Segment segment, SegmentView.Line line) {
            var last = line.last();
            return new SegmentStateJson(
                    segment.key(),
                    line.name(),
                    line.builtIn(),
                    line.join(),
                    segment.filter().conditions().stream()
                            .map(one -> new ConditionJson(one.fact().key(), one.not(), one.value()))
                            .toList(),
                    segment.tag() == null ? null : Ids.text(segment.tag()),
                    segment.takes(),
                    last == null ? null : last.members(),
                    last == null ? null : last.countedAt(),
                    line.gone(),
                    line.days().stream()
                            .map(day -> new DayJson(day.day(), day.members()))
                            .toList());
        }
    }

    record SegmentsJson(List<SegmentStateJson> items) {}

    /** The built-in ones, then those that were saved, each with its counts of the last sixty days. */
    @GetMapping
    SegmentsJson list(Staff staff) {
        return new SegmentsJson(desk.described(staff.circle(), Words.nearest(staff.member().face().language())).entrySet().stream()
                .map(one -> SegmentStateJson.of(one.getKey(), one.getValue()))
                .toList());
    }

    private SegmentStateJson state(Staff staff, SegmentId id) {
        var segment = desk.one(staff.circle(), id);
        return SegmentStateJson.of(
                segment,
                desk.line(staff.circle(), segment, Words.nearest(staff.member().face().language())));
    }

    @GetMapping("/{segment}")
    SegmentStateJson one(Staff staff, @PathVariable SegmentId segment) {
        return state(staff, segment);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SegmentStateJson make(Staff staff, @RequestBody SegmentJson wish) {
        return state(staff, writeSegment.make(staff, wish.wish()));
    }

    @PutMapping("/{segment}")
    SegmentStateJson change(Staff staff, @PathVariable SegmentId segment, @RequestBody SegmentJson wish) {
        writeSegment.change(staff, segment, wish.wish());
        return state(staff, segment);
    }

    @DeleteMapping("/{segment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Staff staff, @PathVariable SegmentId segment) {
        writeSegment.remove(staff, segment);
    }

    record CountJson(long members) {}

    /** How many belong to conditions now, without saving them. */
    @PostMapping("/count")
    CountJson count(Staff staff, @RequestBody SegmentJson wish) {
        return new CountJson(desk.preview(staff.circle(), wish.filter()).count());
    }

    record BelongsJson(long number, String alias, String url) {}

    record BelongJson(List<BelongsJson> items, @Nullable String next) {}

    /** Who belongs to it now; {@code next} goes into {@code after}. */
    @GetMapping("/{segment}/members")
    BelongJson members(
            Staff staff,
            @PathVariable SegmentId segment,
            @RequestParam(required = false) @Nullable AccountId after,
            @RequestParam(defaultValue = "50") int limit) {
        var page = desk.members(
                staff.circle(), desk.one(staff.circle(), segment), after, Math.clamp(limit, 1, 100));
        var circle = "/c/" + staff.member().face().slug();
        return new BelongJson(
                page.items().stream()
                        .map(card -> new BelongsJson(card.number(), card.alias(), circle + card.path()))
                        .toList(),
                page.next());
    }
}
