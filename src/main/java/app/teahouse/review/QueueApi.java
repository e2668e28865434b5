package app.teahouse.review;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import app.teahouse.reports.Report;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/** The review queue, for the programs of staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/review")
class QueueApi {
    private final QueueSheet queueSheet;
    private final ItemSheet itemSheet;
    private final Numbers numbers;
    private final Decide decide;
    private final Reverse reverse;

    QueueApi(QueueSheet queueSheet, ItemSheet itemSheet, Numbers numbers, Decide decide, Reverse reverse) {
        this.queueSheet = queueSheet;
        this.itemSheet = itemSheet;
        this.numbers = numbers;
        this.decide = decide;
        this.reverse = reverse;
    }

    /**
     * @param kind {@code post}, {@code comment}, {@code member}, {@code appeal} or {@code application}
     * @param id of the item; of an appeal its letter's, of an application its own
     * @param risk from 0 to 3, by the published rules
     * @param words how it begins, or null where its writer deleted it
     * @param looking what the colleague is called who looks at it now, or null
     */
    record LineJson(
            String kind,
            String id,
            int risk,
            Instant since,
            @Nullable String name,
            @Nullable String words,
            boolean held,
            int reports,
            boolean mended,
            @Nullable String looking) {

        static LineJson of(QueueRow row) {
            return new LineJson(
                    row.kind(),
                    row.key(),
                    row.risk(),
                    row.since(),
                    row.name(),
                    row.words(),
                    row.held(),
                    row.reports(),
                    row.mended(),
                    row.looking());
        }
    }

    record LinesJson(List<LineJson> items, @Nullable String next) {}

    /**
     * What is more pressing first, and of that what waits longest.
     *
     * @param show {@code all}, {@code held}, {@code reported}, {@code asked}, {@code appeals} or {@code applications}
     */
    @GetMapping
    LinesJson list(
            Staff staff,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(required = false) @Nullable String after) {
        var page = queueSheet.page(staff, show, after, QueueSheet.SIZE);
        return new LinesJson(page.items().stream().map(LineJson::of).toList(), page.next());
    }

    /** @param by what the member who reported is called, or null where that account is gone */
    record ReportJson(@Nullable String by, String reason, String note, Instant madeAt) {

        static ReportJson of(Report report) {
            return new ReportJson(report.by(), Db.name(report.reason()), report.note(), report.madeAt());
        }
    }

    /**
     * @param turn to be sent with the decision
     * @param state {@code open}, {@code asked} or {@code decided}
     * @param path where the thing stands, behind the circle's address; null where it is gone, as is {@code words}
     * @param writer the number of the member who wrote it, or null
     * @param strikes how many of the writer's count now
     * @param suggested what the ladder says may follow on one more, or null; people decide
     * @param fate what was decided, or null, as are {@code measure} and {@code decidedAt}
     */
    record ItemJson(
            String id,
            int turn,
            String state,
            String kind,
            int risk,
            boolean held,
            boolean mended,
            Instant since,
            @Nullable String path,
            @Nullable String words,
            @Nullable Long writer,
            int strikes,
            @Nullable String suggested,
            List<ReportJson> reports,
            @Nullable String fate,
            @Nullable String measure,
            String reason,
            @Nullable Instant decidedAt,
            @Nullable Instant reversedAt) {

        static ItemJson of(CaseView view) {
            var item = view.item();
            var thing = view.thing();
            var decision = item.decision();
            return new ItemJson(
                    view.id(),
                    item.turn(),
                    Db.name(item.state()),
                    item.kind(),
                    item.risk(),
                    item.held(),
                    item.mended(),
                    item.openedAt(),
                    thing == null ? null : thing.path(),
                    thing == null ? null : thing.title().isEmpty() ? thing.excerpt() : thing.title(),
                    view.writer() == null ? null : view.writer().number(),
                    view.strikes(),
                    view.next() == null ? null : Db.name(view.next().measure()),
                    view.reports().stream().map(ReportJson::of).toList(),
                    decision == null ? null : Db.name(decision.fate()),
                    decision == null ? null : Db.name(decision.measure()),
                    decision == null ? "" : decision.reason(),
                    decision == null ? null : decision.at(),
                    decision == null ? null : decision.reversedAt());
        }
    }

    @GetMapping("/{item}")
    ItemJson one(Staff staff, @PathVariable ItemId item) {
        return ItemJson.of(itemSheet.one(staff, item));
    }

    /**
     * @param turn the item's, as it was read; where it is another by now nothing is decided
     * @param fate {@code keep}, {@code ask}, {@code hide} or {@code delete}
     * @param measure {@code none}, {@code warn}, {@code mute} or {@code remove}
     * @param muteDays for {@code mute} only; 0 until staff look at it again
     * @param back for {@code remove} only: {@code ask}, {@code day}, which is in thirty days, or {@code never}
     * @param words for {@code remove} only: {@code keep}, {@code hide} or {@code delete}
     * @param reason what its writer is told; only who keeps it and does nothing else needs none
     */
    record DecisionJson(
            @Nullable Integer turn,
            @Nullable String fate,
            @Nullable String measure,
            @Nullable Integer muteDays,
            @Nullable String back,
            @Nullable String words,
            @Nullable String reason) {}

    @PostMapping("/{item}/decision")
    ItemJson decide(Staff staff, @PathVariable ItemId item, @RequestBody DecisionJson wish) {
        decide.decide(
                staff,
                item,
                ReviewForm.choice(
                        Objects.requireNonNullElse(wish.turn(), 0),
                        wish.fate(),
                        wish.measure(),
                        wish.muteDays(),
                        wish.back(),
                        wish.words(),
                        wish.reason()));
        return ItemJson.of(itemSheet.one(staff, item));
    }

    @PostMapping("/{item}/reversal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reverse(Staff staff, @PathVariable ItemId item) {
        reverse.reverse(staff, item);
    }

    /** @param name what they are called; null for all together, which comes first, and where that account is gone */
    record NumbersJson(
            @Nullable String name, long decided, long kept, long reversed, long middleSeconds, long slowestSeconds) {}

    /**
     * How the staff decided lately.
     *
     * @param days how lately: 7, 30, 90 or 365
     */
    @GetMapping("/numbers")
    List<NumbersJson> numbers(Staff staff, @RequestParam(defaultValue = Numbers.USUAL) int days) {
        return numbers.of(staff, days).stream()
                .map(line -> new NumbersJson(
                        line.name(), line.decided(), line.kept(), line.reversed(), line.middle(), line.slowest()))
                .toList();
    }
}
