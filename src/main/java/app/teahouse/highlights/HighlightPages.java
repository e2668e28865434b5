package app.teahouse.highlights;

import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.tags.TagShelf;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The highlights of a circle as people read them, and what the staff see beside them. */
@Controller
class HighlightPages {
    private static final int TAGS = 12;

    private final HighlightList list;
    private final Candidates candidates;
    private final PastHighlights past;
    private final DismissCandidate dismissCandidate;
    private final TagShelf tags;
    private final Templates templates;

    HighlightPages(
            HighlightList list,
            Candidates candidates,
            PastHighlights past,
            DismissCandidate dismissCandidate,
            TagShelf tags,
            Templates templates) {
        this.list = list;
        this.candidates = candidates;
        this.past = past;
        this.dismissCandidate = dismissCandidate;
        this.tags = tags;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/highlights")
    Page list(
            Onlooker onlooker,
            Frame frame,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String before) {
        mustRead(onlooker);
        var chosen = tag == null || tag.isBlank() ? null : tag.strip();
        return Page.of(templates.highlightsList(
                frame,
                list.read(onlooker, chosen, before),
                tags.of(onlooker.circle()).common(TAGS),
                chosen,
                before == null));
    }

    static void mustRead(Onlooker onlooker) {
        if (!onlooker.mayRead()) {
            throw onlooker.visitor().person().isEmpty()
                    ? Refusal.signInNeeded()
                    : Refusal.notAllowed("circle.members-only");
        }
    }

    @GetMapping("/c/{slug}/manage/highlights")
    Page candidates(Staff staff, Frame frame, @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.highlightsCandidates(
                frame, before == null ? candidates.of(staff) : List.of(), past.of(staff, before), before == null));
    }

    /** Goes on with the next candidate, where whoever works by keys stands then. */
    @PostMapping("/c/{slug}/manage/highlights/{number}/dismissal")
    Page dismiss(Staff staff, @PathVariable long number, @RequestParam(required = false) @Nullable Long next) {
        dismissCandidate.dismiss(staff, number);
        return Page.to(url(staff) + (next == null ? "#candidates-head" : "#candidate-" + next))
                .saying("highlights.dismissed", url(staff) + "/" + number + "/dismissal/removal");
    }

    @PostMapping("/c/{slug}/manage/highlights/{number}/dismissal/removal")
    Page bringBack(Staff staff, @PathVariable long number) {
        dismissCandidate.bringBack(staff, number);
        return Page.to(url(staff) + "#candidate-" + number).saying("highlights.brought-back");
    }

    private static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/highlights";
    }
}
