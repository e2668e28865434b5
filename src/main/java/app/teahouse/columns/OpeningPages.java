package app.teahouse.columns;

import app.teahouse.content.PostKey;
import app.teahouse.curation.OpenPost;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where it is said when the parts of a column open, and which of them are free previews. */
@Controller
@RequestMapping("/c/{slug}/manage/columns/{number}")
class OpeningPages {
    private static final String AS_THE_COLUMN = "column";

    private final ColumnSheet sheet;
    private final SetOpening setOpening;
    private final SetTier setTier;
    private final Tiers tiers;
    private final OpenPost openPost;
    private final Templates templates;

    OpeningPages(
            ColumnSheet sheet,
            SetOpening setOpening,
            SetTier setTier,
            Tiers tiers,
            OpenPost openPost,
            Templates templates) {
        this.sheet = sheet;
        this.setOpening = setOpening;
        this.setTier = setTier;
        this.tiers = tiers;
        this.openPost = openPost;
        this.templates = templates;
    }

    @GetMapping("/opening")
    Page column(Member member, Onlooker onlooker, @PathVariable long number, Frame frame) {
        var view = sheet.arrange(onlooker, member, number);
        return Page.of(templates.columnsOpening(frame, form(frame, view.opening()), view, null, choices(member, view)));
    }

    @PostMapping("/opening")
    Page setColumn(
            @On(Surface.POST) Speaker speaker, Onlooker onlooker, @PathVariable long number, Form form, Frame frame) {
        return form.submit(
                () -> {
                    setOpening.column(speaker, number, opening(form));
                    return Page.to(url(speaker, number)).saying("web.saved");
                },
                again -> {
                    var view = sheet.arrange(onlooker, speaker.member(), number);
                    return templates.columnsOpening(frame, again, view, null, choices(speaker.member(), view));
                });
    }

    /** For whom plans are of different sizes; what was chosen stands there even if its plan is not offered any more. */
    private Map<Integer, String> choices(Member member, ColumnView view) {
        if (!member.isStaff()) {
            return Map.of();
        }
        var choices = new TreeMap<>(tiers.choices(member.circle()));
        if (view.tier() != null) {
            var plan = view.tier().plan();
            choices.putIfAbsent(view.tier().least(), plan == null ? "–" : plan);
        }
        return choices;
    }

    @PostMapping("/tier")
    Page setTier(Staff staff, @PathVariable long number, Form form) {
        var least = form.value("leastTier");
        if (!least.matches("[0-9]")) {
            throw Refusal.invalid("leastTier", "column.tier-unknown");
        }
        setTier.set(staff, number, Integer.parseInt(least));
        return Page.to("/c/" + staff.member().face().slug() + "/manage/columns/" + number)
                .saying("web.saved");
    }

    @GetMapping("/items/{post}")
    Page part(Member member, Onlooker onlooker, @PathVariable long number, @PathVariable long post, Frame frame) {
        var view = sheet.arrange(onlooker, member, number);
        var item = item(view, post);
        return Page.of(templates.columnsOpening(frame, form(frame, item.opening()), view, item, Map.of()));
    }

    @PostMapping("/items/{post}/opening")
    Page setPart(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            @PathVariable long number,
            @PathVariable long post,
            Form form,
            Frame frame) {
        return form.submit(
                () -> {
                    var asked = form.value("opens").equals(AS_THE_COLUMN) ? null : opening(form);
                    setOpening.part(speaker, number, post, asked);
                    return Page.to(url(speaker, number)).saying("web.saved");
                },
                again -> {
                    var view = sheet.arrange(onlooker, speaker.member(), number);
                    return templates.columnsOpening(frame, again, view, item(view, post), Map.of());
                });
    }

    /** What everybody may read is for the staff to say, also in a guest expert's column. */
    @PostMapping("/items/{post}/preview")
    Page open(Staff staff, Onlooker onlooker, @PathVariable long number, @PathVariable long post) {
        item(sheet.arrange(onlooker, staff.member(), number), post);
        openPost.open(staff, new PostKey(post, null));
        return Page.to("/c/" + staff.member().face().slug() + "/manage/columns/" + number)
                .saying("columns.previewed");
    }

    @PostMapping("/items/{post}/preview/removal")
    Page close(Staff staff, Onlooker onlooker, @PathVariable long number, @PathVariable long post) {
        item(sheet.arrange(onlooker, staff.member(), number), post);
        openPost.close(staff, new PostKey(post, null));
        return Page.to("/c/" + staff.member().face().slug() + "/manage/columns/" + number)
                .saying("columns.unpreviewed");
    }

    private static Form form(Frame frame, @Nullable Opening opening) {
        return Form.blank(
                frame,
                "opens",
                opening == null ? AS_THE_COLUMN : opening.kind(),
                "day",
                opening == null || opening.day() == null ? "" : opening.day(),
                "days",
                opening == null || opening.days() == 0 ? "" : opening.days());
    }

    private static Opening opening(Form form) {
        return Opening.of(form.text("opens"), form.text("day"), form.text("days"));
    }

    private static ItemView item(ColumnView view, long post) {
        return view.items().stream()
                .filter(item -> item.number() == post)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("column.item-unknown"));
    }

    private static String url(Speaker speaker, long number) {
        return "/c/" + speaker.member().face().slug() + "/manage/columns/" + number;
    }
}
