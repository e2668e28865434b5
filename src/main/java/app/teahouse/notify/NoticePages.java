package app.teahouse.notify;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list behind the bell. Looking at it is noted behind the request, as is following a notice to where it leads. */
@Controller
class NoticePages {
    private static final int SIZE = 20;

    private final Templates templates;
    private final Notices notices;
    private final Glances glances;
    private final MarkNotices markNotices;

    NoticePages(Templates templates, Notices notices, Glances glances, MarkNotices markNotices) {
        this.templates = templates;
        this.notices = notices;
        this.glances = glances;
        this.markNotices = markNotices;
    }

    @GetMapping("/notifications")
    Page list(
            Person person,
            Frame frame,
            @RequestParam(required = false) @Nullable String circle,
            @RequestParam(required = false) @Nullable String before) {
        var circles = notices.circlesOf(person);
        var chosen = circle == null
                ? null
                : circles.stream()
                        .filter(face -> face.slug().equals(circle))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("circle.unknown"));

        var page = notices.list(person, chosen == null ? null : chosen.id(), before, SIZE);
        if (before == null && !page.items().isEmpty()) {
            glances.seen(person.account(), page.items().getFirst().toldAt());
        }
        var lastBefore = before == null ? null : Notices.momentOf(before);
        return Page.of(templates.notifyList(
                frame,
                new NoticeList(
                        NoticeList.byDay(page, lastBefore, frame.zone(), frame.now()),
                        circles,
                        chosen,
                        before == null,
                        page.next() == null ? null : next(chosen, page.next()))));
    }

    private static String next(@Nullable Face chosen, String before) {
        return "/notifications?before=" + before + (chosen == null ? "" : "&circle=" + chosen.slug());
    }

    @GetMapping("/notifications/{id}")
    Page follow(Person person, @PathVariable NoticeId id) {
        var notice = notices.one(person, id).orElseThrow(() -> Refusal.notFound("notice.unknown"));
        if (!notice.isRead()) {
            glances.read(person.account(), id);
        }
        return Page.to(notice.target());
    }

    @PostMapping("/notifications/read")
    Page readAll(Person person) {
        markNotices.readAll(person.account());
        return Page.to("/notifications").saying("notify.all-read");
    }
}
