package app.teahouse.announcements;

import app.teahouse.kernel.Member;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was announced to somebody, for programs of theirs. A program opens nothing: that is said apart. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/announcements")
class AnnouncementApi {
    private final Inbox inbox;
    private final Clock clock;

    AnnouncementApi(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @param html the words, ready to be shown */
    record AnnouncementJson(long number, String subject, String html, Instant at, boolean read) {
        static AnnouncementJson of(ReceivedView view) {
            return new AnnouncementJson(view.number(), view.subject(), view.html(), view.at(), view.isRead());
        }
    }

    record AnnouncementPageJson(
            List<AnnouncementJson> items, @Nullable String next) {}

    @GetMapping
    AnnouncementPageJson list(Member member, @RequestParam(required = false) @Nullable Long before) {
        var page = inbox.list(member, before, AnnouncementPages.SIZE);
        return new AnnouncementPageJson(
                page.items().stream().map(AnnouncementJson::of).toList(), page.next());
    }

    @GetMapping("/{number}")
    AnnouncementJson one(Member member, @PathVariable long number) {
        return AnnouncementJson.of(inbox.shown(member, number));
    }

    @PutMapping("/{number}/read")
    @WhileHalted
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("What one has read")
    void read(Member member, @PathVariable long number) {
        inbox.open(member, number, clock.instant());
    }
}
