package app.teahouse.announcements;

import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was announced to a member. {@link AnnouncementApi} is the other door. */
@Controller
@RequestMapping("/c/{slug}/announcements")
class AnnouncementPages {
    static final int SIZE = 20;

    private final Inbox inbox;
    private final Opened opened;
    private final Clock clock;
    private final Templates templates;

    AnnouncementPages(Inbox inbox, Opened opened, Clock clock, Templates templates) {
        this.inbox = inbox;
        this.opened = opened;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    Page list(Member member, Frame frame, @RequestParam(required = false) @Nullable Long before) {
        return Page.of(templates.announcementsList(frame, inbox.list(member, before, SIZE)));
    }

    /** The one for the head of the feed, or nothing. */
    @GetMapping("/unread")
    Page unread(Member member, Frame frame) {
        if (!frame.fragment()) {
            return Page.to("/c/" + member.face().slug() + "/announcements");
        }
        var since = clock.instant().minus(Newest.FRESH);
        return Page.of(templates.announcementsTop(
                frame, member.face(), inbox.unread(member, since).orElse(null)));
    }

    @GetMapping("/{number}")
    Page one(Member member, Frame frame, @PathVariable long number) {
        var view = inbox.shown(member, number);
        opened.note(member, view);
        return Page.of(templates.announcementsRead(frame, view));
    }

    @PostMapping("/{number}/away")
    @WhileHalted
    @NoSurface("Only on one's own feed")
    Page putAway(Member member, Frame frame, @PathVariable long number) {
        inbox.putAway(member, number, clock.instant());
        return frame.fragment()
                ? Page.of(templates.announcementsTop(frame, member.face(), null))
                : Page.to("/c/" + member.face().slug());
    }
}
