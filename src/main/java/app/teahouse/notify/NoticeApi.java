package app.teahouse.notify;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notices for programs. Reading the list marks nothing. */
@RestController
class NoticeApi {
    private final Notices notices;
    private final MarkNotices markNotices;
    private final Bells bells;
    private final Clock clock;

    NoticeApi(Notices notices, MarkNotices markNotices, Bells bells, Clock clock) {
        this.notices = notices;
        this.markNotices = markNotices;
        this.bells = bells;
        this.clock = clock;
    }

    /**
     * @param path where it leads on this site
     * @param gone whether what it tells of can no longer be read; its title and excerpt are empty then. Where it tells of
     *     money, the excerpt is a sum in its smallest unit, its currency, and what is said beside it
     */
    record NoticeJson(
            UUID id,
            String kind,
            String circle,
            @Nullable Long post,
            @Nullable UUID comment,
            @Nullable String name,
            int actors,
            String title,
            String excerpt,
            String path,
            Instant toldAt,
            boolean seen,
            boolean read,
            boolean gone) {}

    record ListJson(List<NoticeJson> items, @Nullable String next, int unseen) {}

    @GetMapping("/api/v1/notifications")
    ListJson list(
            Person person,
            @RequestParam(required = false) @Nullable String circle,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "20") int limit) {
        var chosen = circle == null
                ? null
                : notices.circlesOf(person).stream()
                        .filter(face -> face.slug().equals(circle))
                        .map(Face::id)
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("circle.unknown"));
        var page = notices.list(person, chosen, before, Math.clamp(limit, 1, 100));
        return new ListJson(
                page.items().stream().map(NoticeApi::json).toList(), page.next(), bells.unread(person.account()));
    }

    private static NoticeJson json(Notice notice) {
        return new NoticeJson(
                notice.id().value(),
                Db.name(notice.kind()),
                notice.circle().slug(),
                notice.post(),
                notice.comment(),
                notice.name().isEmpty() ? null : notice.name(),
                notice.actors(),
                notice.title(),
                notice.isProtected() ? "" : notice.excerpt(),
                notice.target(),
                notice.toldAt(),
                notice.isSeen(),
                notice.isRead(),
                notice.isGone());
    }

    /** @param until the newest notice that was shown; all there are where it is missing */
    record SeenJson(@Nullable Instant until) {}

    @PostMapping("/api/v1/notifications/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(Person person, @RequestBody SeenJson seen) {
        markNotices.seen(person.account(), seen.until() == null ? clock.instant() : seen.until());
    }

    @PostMapping("/api/v1/notifications/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Person person) {
        markNotices.readAll(person.account());
    }

    @PostMapping("/api/v1/notifications/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Person person, @PathVariable NoticeId id) {
        markNotices.read(person.account(), List.of(id));
    }
}
