package app.teahouse.announcements;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.security.Limits;
import app.teahouse.segments.SegmentId;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff write announcements, try them, send them and see what became of them. {@link AnnouncementDeskApi} is the other door. */
@Controller
@RequestMapping("/c/{slug}/manage/announcements")
class DeskPages {
    private final Desk desk;
    private final DraftAnnouncement draft;
    private final SendAnnouncement send;
    private final Recipients recipients;
    private final WeeklyLimit weeklyLimit;
    private final Limits limits;
    private final Templates templates;

    DeskPages(
            Desk desk,
            DraftAnnouncement draft,
            SendAnnouncement send,
            Recipients recipients,
            WeeklyLimit weeklyLimit,
            Limits limits,
            Templates templates) {
        this.desk = desk;
        this.draft = draft;
        this.send = send;
        this.recipients = recipients;
        this.weeklyLimit = weeklyLimit;
        this.limits = limits;
        this.templates = templates;
    }

    @Bean
    static Tab announcementsTab() {
        return new Tab(Tab.Place.MEMBERS, 60, Tab.Who.STAFF, "announcements.tab", "/manage/announcements");
    }

    private static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/announcements";
    }

    @GetMapping
    Page list(Staff staff, Frame frame, @RequestParam(required = false) @Nullable Long before) {
        var form = Form.blank(frame, "mails", weeklyLimit.of(staff.circle()));
        return Page.of(list(staff, frame, form, before));
    }

    private JteModel list(Staff staff, Frame frame, Form form, @Nullable Long before) {
        return templates.announcementsDesk(
                frame,
                desk.unsent(staff, frame.locale()),
                desk.ended(staff, before, frame.locale()),
                before == null,
                staff.role() == Role.OWNER,
                form);
    }

    @PostMapping("/limit")
    Page limit(Owner owner, Staff staff, Frame frame, Form form) {
        return form.submit(
                () -> {
                    weeklyLimit.choose(owner, AnnouncementForm.number(form, "mails"));
                    return Page.to(url(staff)).saying("web.saved");
                },
                again -> list(staff, frame, again, null));
    }

    @GetMapping("/new")
    Page begin(Staff staff, Frame frame, @RequestParam(defaultValue = "") String segment) {
        return Page.of(write(staff, frame, null, Form.blank(frame, "mail", "true", "segment", segment)));
    }

    private JteModel write(Staff staff, Frame frame, @Nullable Long number, Form form) {
        return templates.announcementsWrite(frame, number, choices(staff, frame), form);
    }

    private Map<String, String> choices(Staff staff, Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", frame.t("announcements.everybody"));
        recipients
                .choices(staff.circle(), frame.locale())
                .forEach(choice -> choices.put(
                        Ids.text(choice.id()),
                        frame.t("announcements.choice", "name", choice.name(), "count", choice.count())));
        return choices;
    }

    @PostMapping
    Page make(Staff staff, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var number = draft.make(staff, AnnouncementForm.wish(form));
                    return Page.to(url(staff) + "/" + number).saying("announcements.kept");
                },
                again -> write(staff, frame, null, again));
    }

    @GetMapping("/{number}")
    Page one(Staff staff, Frame frame, @PathVariable long number) {
        return Page.of(one(staff, frame, number, Form.blank(frame, "when", "now")));
    }

    private JteModel one(Staff staff, Frame frame, long number, Form form) {
        var view = desk.one(staff, number, frame.locale());
        var segment = desk.words(staff, number).segment();
        var many = view.isDraft() && !view.isGone() ? recipients.count(staff.circle(), segment) : 0;
        return templates.announcementsOne(frame, view, many, weeklyLimit.of(staff.circle()), form);
    }

    @GetMapping("/{number}/edit")
    Page edit(Staff staff, Frame frame, @PathVariable long number) {
        var words = desk.words(staff, number);
        words.stage().draft();
        var form = Form.blank(
                frame,
                "subject",
                words.subject(),
                "body",
                words.body(),
                "segment",
                words.segment() == null ? "" : Ids.text(new SegmentId(words.segment())),
                "mail",
                words.byMail() ? "true" : null,
                "edits",
                words.edits());
        return Page.of(write(staff, frame, number, form));
    }

    @PostMapping("/{number}")
    Page change(Staff staff, Frame frame, Form form, @PathVariable long number) {
        return form.submit(
                () -> {
                    draft.change(staff, number, AnnouncementForm.number(form, "edits"), AnnouncementForm.wish(form));
                    return Page.to(url(staff) + "/" + number).saying("announcements.kept");
                },
                again -> write(staff, frame, number, again));
    }

    @PostMapping("/{number}/removal")
    Page drop(Staff staff, @PathVariable long number) {
        draft.drop(staff, number);
        return Page.to(url(staff)).saying("announcements.dropped");
    }

    @PostMapping("/{number}/trial")
    Page tryOut(Staff staff, @PathVariable long number) {
        limits.take("announcement-trial", staff.account().value().toString(), 10, Duration.ofHours(1));
        send.tryOut(staff, number);
        return Page.to(url(staff) + "/" + number).saying("announcements.tried");
    }

    @PostMapping("/{number}/sending")
    Page send(Staff staff, Frame frame, Form form, @PathVariable long number) {
        return form.submit(
                () -> {
                    var at = AnnouncementForm.moment(form, staff.member().face().zone());
                    send.send(staff, number, AnnouncementForm.number(form, "edits"), at);
                    return Page.to(url(staff) + "/" + number)
                            .saying(at == null ? "announcements.goes" : "announcements.waits");
                },
                again -> one(staff, frame, number, again));
    }

    @PostMapping("/{number}/sending/end")
    @WhileHalted
    Page stop(Staff staff, Frame frame, Form form, @PathVariable long number) {
        return form.submit(
                () -> {
                    send.stop(staff, number, form.value("state"));
                    return Page.to(url(staff) + "/" + number).saying("announcements.stopped");
                },
                again -> one(staff, frame, number, again));
    }
}
