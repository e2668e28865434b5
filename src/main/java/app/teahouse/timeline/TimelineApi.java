package app.teahouse.timeline;

import app.teahouse.kernel.Money;
import app.teahouse.kernel.Staff;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's timeline for programs of the staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/members/{number}/timeline")
class TimelineApi {
    private final Timeline timeline;

    TimelineApi(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * @param text what it was about: a title, a name, or a word such as a role
     * @param quote words of people, or empty
     * @param url the page it leads to, or null
     * @param by the number of who did it, where it was not the member
     * @param amount in the smallest unit of {@code currency}, for those who lead the circle only
     */
    record TimelineLineJson(
            Instant at,
            String kind,
            String text,
            String quote,
            @Nullable String url,
            @Nullable Long by,
            @Nullable Long amount,
            @Nullable String currency) {

        static TimelineLineJson of(Staff staff, Timeline.Told one) {
            var line = one.line();
            var money = line.money();
            return new TimelineLineJson(
                    line.at(),
                    line.kind(),
                    line.text(),
                    line.quote(),
                    line.path().isEmpty() ? null : "/c/" + staff.member().face().slug() + line.path(),
                    one.by() == null ? null : one.by().number(),
                    money == null ? null : Long.valueOf(money.minor()),
                    money == null ? null : code(money));
        }

        private static String code(Money money) {
            return money.code();
        }
    }

    record TimelineJson(
            List<TimelineLineJson> items, @Nullable String next) {}

    /** The newest first; {@code kind} is {@code coming}, {@code words}, {@code money} or {@code order}. */
    @GetMapping
    TimelineJson list(
            Staff staff,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "30") int limit) {
        var page = timeline.page(
                staff, timeline.card(staff, number), TimelinePages.group(kind), before, Math.clamp(limit, 1, 100));
        return new TimelineJson(
                page.items().stream()
                        .map(one -> TimelineLineJson.of(staff, one))
                        .toList(),
                page.next());
    }
}
