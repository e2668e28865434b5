package app.teahouse.log;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Staff;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A circle's log for the programs of its staff, and for a member's own. */
@RestController
class LogApi {
    private final CircleLog log;
    private final LogWish logWish;

    LogApi(CircleLog log, LogWish logWish) {
        this.log = log;
        this.logWish = logWish;
    }

    /** {@code kind} is a group of acts, {@code by} and {@code whose} are members' numbers, or {@code operator}; days are the circle's. */
    @GetMapping("/api/v1/circles/{slug}/log")
    Cursor<LogView> entries(
            Staff staff,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "30") int limit) {
        var filter = logWish.filter(staff, new LogWish.Asked(kind, by, whose, from, to));
        return log.page(staff, filter, before, Math.clamp(limit, 1, 100));
    }

    record DoneToMeJson(UUID id, String kind, String about, String reason, Instant at, String before, String after) {

        static DoneToMeJson of(LogView view) {
            return new DoneToMeJson(
                    view.id(), view.kind(), view.about(), view.reason(), view.at(), view.before(), view.after());
        }
    }

    /** What was done to oneself; who of the staff did it is not said. */
    @GetMapping("/api/v1/circles/{slug}/membership/log")
    Cursor<DoneToMeJson> mine(Member member, @RequestParam(required = false) @Nullable UUID before) {
        var page = log.ofMember(member, before, CircleLog.SIZE);
        return new Cursor<>(page.items().stream().map(DoneToMeJson::of).toList(), page.next());
    }
}
