package app.teahouse.homework;

import app.teahouse.drafts.Drafts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where members see their homework and hand it in. {@link HomeworkApi} is the other door. */
@Controller
class HomeworkPages {
    private final MyHomework mine;
    private final TaskRows rows;
    private final OwnWords ownWords;
    private final Submissions submissions;
    private final HandInHomework handInHomework;
    private final Drafts drafts;
    private final Limits limits;
    private final Templates templates;

    HomeworkPages(
            MyHomework mine,
            TaskRows rows,
            OwnWords ownWords,
            Submissions submissions,
            HandInHomework handInHomework,
            Drafts drafts,
            Limits limits,
            Templates templates) {
        this.mine = mine;
        this.rows = rows;
        this.ownWords = ownWords;
        this.submissions = submissions;
        this.handInHomework = handInHomework;
        this.drafts = drafts;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/homework")
    Page list(
            Member member,
            Frame frame,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String before) {
        var chosen = show(show);
        return Page.of(
                templates.homeworkMine(frame, Db.name(chosen), mine.list(member, chosen, before), Task.mayAsk(member)));
    }

    static MyHomework.Show show(@Nullable String text) {
        for (var show : MyHomework.Show.values()) {
            if (Db.name(show).equals(text)) {
                return show;
            }
        }
        return MyHomework.Show.ALL;
    }

    @GetMapping("/c/{slug}/p/{number}/homework")
    Page write(@On(Surface.HOMEWORK) Speaker speaker, @PathVariable long number, Frame frame) {
        var member = speaker.member();
        var task = rows.read(member, number);
        var own = one(member, number);
        if (!own.mayHandIn() || task.isBy(member)) {
            return Page.to(task.url(member.face().slug()));
        }
        var text = drafts.find(member, task.id())
                .map(Drafts.Draft::body)
                .orElseGet(() -> own.mine() == null ? "" : ownWords.of(member, task));
        var version = own.mine() == null ? 0 : own.mine().version();
        return Page.of(templates.homeworkWrite(
                frame, Form.blank(frame, "text", text, "seen", version), own, task.url(slug(member))));
    }

    private MyTask one(Member member, long number) {
        return mine.one(member, number).orElseThrow(TaskRows::unknown);
    }

    private static String slug(Member member) {
        return member.face().slug();
    }

    @PostMapping("/c/{slug}/p/{number}/homework")
    Page handIn(@On(Surface.HOMEWORK) Speaker speaker, @PathVariable long number, Form form, Frame frame) {
        limits.take("homework", speaker.account().value().toString(), 30, Duration.ofMinutes(10));
        var url = "/c/" + slug(speaker.member()) + "/p/";
        return form.submit(
                () -> {
                    keep(speaker.member(), number, form);
                    var done = handInHomework.handIn(speaker, number, form.value("text"), seen(form));
                    return Page.to(url + done.number())
                            .saying(done.lateSeconds() > 0 ? "homework.handed-in-late" : "homework.handed-in");
                },
                again -> templates.homeworkWrite(frame, again, one(speaker.member(), number), url + number));
    }

    /** Before anything can be refused, so that nothing is lost by it; what is too long for that is in the form still. */
    private void keep(Member member, long number, Form form) {
        try {
            drafts.save(member, rows.read(member, number).id(), "", form.value("text"));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
        }
    }

    private static int seen(Form form) {
        var seen = form.value("seen");
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0;
    }

    @PostMapping("/c/{slug}/p/{number}/homework/draft")
    @NoSurface("Kept for oneself alone")
    @WhileHalted
    Page keepDraft(Member member, @PathVariable long number, Form form) {
        drafts.save(member, rows.read(member, number).id(), "", form.value("text"));
        return Page.nothing();
    }

    @GetMapping("/c/{slug}/p/{number}/homework/submissions")
    Page submissions(
            Member member,
            @PathVariable long number,
            Frame frame,
            @RequestParam(required = false) @Nullable String before) {
        var task = rows.read(member, number);
        return Page.of(templates.homeworkSubmissions(
                frame, task, task.isReviewedBy(member), submissions.of(member, task, before)));
    }
}
