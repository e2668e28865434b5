package app.teahouse.columns;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.sharing.Shared;
import app.teahouse.till.Storefront;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final Circles circles;
    private final List<ItemNotes> notes;
    private final Storefront storefront;
    private final Templates templates;

    ColumnPages(
            Library library,
            ColumnSheet sheet,
            Places places,
            MarkDone markDone,
            Circles circles,
            List<ItemNotes> notes,
            Storefront storefront,
            Templates templates) {
        this.library = library;
        this.sheet = sheet;
        this.places = places;
        this.markDone = markDone;
        this.circles = circles;
        this.notes = notes;
        this.storefront = storefront;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/library")
    Page library(Onlooker onlooker, Frame frame) {
        var mayBegin = onlooker.member().filter(ColumnFace::mayBegin).isPresent();
        return Page.of(templates.columnsLibrary(frame, library.published(onlooker), mayBegin));
    }

    @GetMapping("/c/{slug}/columns/{number}")
    Page column(Onlooker onlooker, @PathVariable long number, Frame frame, HttpServletRequest request) {
        var view = sheet.read(onlooker, number);
        var upgrade = !view.reached()
                && onlooker.member().isPresent()
                && storefront.here(request).sells();
        return Page.of(templates.columnsColumn(
                frame, view, onlooker.mayRead(), upgrade, notes(frame, onlooker, view), shared(onlooker, view)));
    }

    /** How it shows itself elsewhere, if everybody finds its circle; to whom is signed in that is of no use. */
    private @Nullable Shared shared(Onlooker onlooker, ColumnView view) {
        var face = view.face();
        return !face.published()
                        || onlooker.visitor().person().isPresent()
                        || circles.byId(onlooker.circle())
                                .filter(Circle::isInDirectory)
                                .isEmpty()
                ? null
                : new Shared(
                        Shared.Kind.WEB_PAGE,
                        face.name(),
                        face.promise(),
                        face.url(),
                        face.cover() == null ? onlooker.face().cover() : face.cover(),
                        null);
    }

    /** Asked for only where something is handed in. */
    private Map<Long, String> notes(Frame frame, Onlooker onlooker, ColumnView view) {
        var tasks = view.items().stream()
                .filter(ItemView::task)
                .map(ItemView::number)
                .toList();
        var all = new HashMap<Long, String>();
        onlooker.member()
                .filter(_ -> !tasks.isEmpty())
                .ifPresent(member -> notes.forEach(room -> all.putAll(room.notes(frame, member, tasks))));
        return all;
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
    @WhileHalted
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
    @WhileHalted
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
