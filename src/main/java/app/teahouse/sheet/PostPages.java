package app.teahouse.sheet;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.content.PostKey;
import app.teahouse.guard.Closed;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.reactions.Reactions;
import app.teahouse.sharing.Shared;
import app.teahouse.till.Storefront;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A post as people read it: its words, what stands beside and beneath it, its history, who reacted. */
@Controller
class PostPages {
    private final PostSheet sheet;
    private final PostHistory history;
    private final Reactions reactions;
    private final List<Beside> beside;
    private final List<Beneath> beneath;
    private final Circles circles;
    private final Storefront storefront;
    private final Templates templates;

    PostPages(
            PostSheet sheet,
            PostHistory history,
            Reactions reactions,
            List<Beside> beside,
            List<Beneath> beneath,
            Circles circles,
            Storefront storefront,
            Templates templates) {
        this.sheet = sheet;
        this.history = history;
        this.reactions = reactions;
        this.beside = beside;
        this.beneath = beneath;
        this.circles = circles;
        this.storefront = storefront;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/p/{post}")
    Page post(
            Onlooker onlooker,
            @PathVariable String post,
            @RequestParam Map<String, String> asked,
            Frame frame,
            HttpServletRequest request) {
        var view = sheet.read(onlooker, PostKey.of(post));
        if (view.number() != null && !post.equals(view.number().toString())) {
            return Page.to(view.url());
        }
        if (view.isClosed()) {
            return Page.of(templates.sheetClosed(frame, view, onlooker.mayRead(), mayUpgrade(onlooker, view, request)));
        }
        if (!onlooker.mayRead()) {
            return Page.of(templates.sheetTeaser(frame, view, shared(onlooker, view)));
        }
        List<JteModel> below = view.number() == null
                ? List.of()
                : beneath.stream()
                        .map(room -> room.below(frame, onlooker, view, asked))
                        .toList();
        return Page.of(templates.sheetPost(frame, view, acts(frame, onlooker, view), below, shared(onlooker, view)));
    }

    /** A larger plan would open it, and plans may be sold in this browser. */
    private boolean mayUpgrade(Onlooker onlooker, PostView view, HttpServletRequest request) {
        var closed = view.ruling().closed();
        return closed != null
                && closed.reason() == Closed.Reason.TIER
                && onlooker.member().isPresent()
                && storefront.here(request).sells();
    }

    /** How it shows itself elsewhere, if everybody may read it; to whom is signed in that is of no use. */
    private @Nullable Shared shared(Onlooker onlooker, PostView view) {
        var isPublic = view.isLive() && !view.isClosed() && (onlooker.face().publicReading() || view.preview());
        if (!isPublic
                || onlooker.visitor().person().isPresent()
                || circles.byId(onlooker.circle()).filter(Circle::isInDirectory).isEmpty()) {
            return null;
        }
        return new Shared(
                Shared.Kind.ARTICLE,
                view.name(),
                view.teaser(),
                view.url(),
                view.pictures().stream().findFirst().orElse(onlooker.face().cover()),
                new Shared.Article(
                        view.author().name(),
                        Objects.requireNonNull(view.dates().published()),
                        view.dates().edited(),
                        onlooker.face().language().toLanguageTag(),
                        onlooker.face().name()));
    }

    private List<JteModel> acts(Frame frame, Onlooker onlooker, PostView view) {
        return onlooker.member()
                .filter(_ -> view.isLive())
                .map(member -> beside.stream()
                        .map(room -> room.beside(frame, member, view))
                        .toList())
                .orElse(List.of());
    }

    @GetMapping("/c/{slug}/p/{post}/history")
    Page history(Member member, Onlooker onlooker, @PathVariable String post, Frame frame) {
        var view = sheet.read(onlooker, PostKey.of(post));
        return Page.of(templates.sheetHistory(frame, view, history.of(member, view)));
    }

    @GetMapping("/c/{slug}/p/{number}/reactions")
    Page reactors(Onlooker onlooker, Member member, @PathVariable long number, Frame frame) {
        var view = sheet.read(onlooker, new PostKey(number, null));
        return Page.of(templates.reactionsReactors(
                frame, view.url(), view.name(), reactions.reactors(member.circle(), view.id())));
    }
}
