package app.teahouse.exits;

import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A whole column on one page, for paper. How pages look on paper stands in the stylesheet. */
@Controller
class PrintPages {
    private static final int MOST_POSTS = 100;

    private final Volumes volumes;
    private final Templates templates;

    PrintPages(Volumes volumes, Templates templates) {
        this.volumes = volumes;
        this.templates = templates;
    }

    /** @param from which post comes first, from 1: long columns are printed in parts */
    @GetMapping("/c/{slug}/columns/{number}/print")
    Page column(Member member, @PathVariable long number, @RequestParam(defaultValue = "1") int from, Frame frame) {
        var volume = volumes.column(member, number);
        var all = volume.numbers();
        var first = Math.clamp(from, 1, Math.max(1, all.size())) - 1;
        var part = all.subList(first, Math.min(all.size(), first + MOST_POSTS));
        return Page.of(templates.exitsPrint(frame, volume, first + 1, ordered(part, volumes.chapters(member, part))));
    }

    private static List<Chapter> ordered(List<Long> order, List<Chapter> chapters) {
        return chapters.stream()
                .sorted(Comparator.comparing(chapter -> order.indexOf(chapter.number())))
                .toList();
    }
}
