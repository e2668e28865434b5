package app.teahouse.columns;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The library and its columns as people read them, and what they have done of them. {@link ColumnApi} is the other door. */
@Controller
class ColumnPages {
    private final Library library;
    private final ColumnSheet sheet;
    private final Places places;
    private final MarkDone markDone;
    private final Templates templates;

    ColumnPages(Library library, ColumnSheet sheet, Places places, MarkDone markDone, Templates templates) {
        this.library = library;
        this.sheet = sheet;
        this.places = places;
        this.markDone = markDone;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/library")
    Page library(Onlooker onlooker, Frame frame) {
        var mayBegin = onlooker.member().filter(ColumnFace::mayBegin).isPresent();
        return Page.of(templates.columnsLibrary(frame, library.published(onlooker), mayBegin));
    }

    @GetMapping("/c/{slug}/columns/{number}")
    Page column(Onlooker onlooker, @PathVariable long number, Frame frame) {
        return Page.of(templates.columnsColumn(frame, sheet.read(onlooker, number), onlooker.mayRead()));
    }

    @GetMapping("/c/{slug}/columns/{number}/finish")
    Page finish(Member member, Onlooker onlooker, @PathVariable long number, Frame frame) {
        var view = sheet.read(onlooker, number);
        return view.finished()
                ? Page.of(templates.columnsFinish(frame, view))
                : Page.to(view.face().url());
    }

    @PostMapping("/c/{slug}/p/{number}/done")
    @NoSurface("What one has done is seen by nobody else")
    Page done(Member member, Onlooker onlooker, @PathVariable long number, Frame frame) {
        markDone.done(member, number);
        var found = places.of(onlooker, number);
        for (var place : found) {
            if (place.course()) {
                var view = sheet.read(onlooker, place.column());
                if (view.finished()) {
                    return Page.to(view.face().url() + "/finish");
                }
            }
        }
        return frame.fragment()
                ? Page.of(templates.columnsPlaces(frame, url(member, number), found))
                : Page.to(url(member, number)).saying("columns.done-said", url(member, number) + "/done/removal");
    }

    @PostMapping("/c/{slug}/p/{number}/done/removal")
    @NoSurface("What one has done is seen by nobody else")
    Page undo(Member member, Onlooker onlooker, @PathVariable long number, Frame frame) {
        markDone.undo(member, number);
        return frame.fragment()
                ? Page.of(templates.columnsPlaces(frame, url(member, number), places.of(onlooker, number)))
                : Page.to(url(member, number)).saying("columns.undone-said", url(member, number) + "/done");
    }

    private static String url(Member member, long number) {
        return "/c/" + member.face().slug() + "/p/" + number;
    }
}
