package app.teahouse.content;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.reactions.Kind;
import app.teahouse.reactions.Reactions;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Limits;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A post as people read it, react to it and delete it. {@link PostApi} is the same room's other door. */
@Controller
class PostPages {
    private final PostSheet sheet;
    private final PostHistory history;
    private final DeletePost deletePost;
    private final ReactToPost reactToPost;
    private final Reactions reactions;
    private final List<Beside> beside;
    private final List<Beneath> beneath;
    private final Limits limits;
    private final Templates templates;

    PostPages(
            PostSheet sheet,
            PostHistory history,
            DeletePost deletePost,
            ReactToPost reactToPost,
            Reactions reactions,
            List<Beside> beside,
            List<Beneath> beneath,
            Limits limits,
            Templates templates) {
        this.sheet = sheet;
        this.history = history;
        this.deletePost = deletePost;
        this.reactToPost = reactToPost;
        this.reactions = reactions;
        this.beside = beside;
        this.beneath = beneath;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/p/{post}")
    Page post(Onlooker onlooker, @PathVariable String post, @RequestParam Map<String, String> asked, Frame frame) {
        var view = sheet.read(onlooker, PostKey.of(post));
        if (view.number() != null && !post.equals(view.number().toString())) {
            return Page.to(view.url());
        }
        if (!onlooker.mayRead()) {
            return Page.of(templates.contentTeaser(frame, view));
        }
        var around =
                view.number() == null ? new PostSheet.Neighbours(null, null) : sheet.around(onlooker, view.number());
        List<JteModel> below = view.number() == null
                ? List.of()
                : beneath.stream()
                        .map(room -> room.below(frame, onlooker, view, asked))
                        .toList();
        return Page.of(templates.contentPost(
                frame, view, around.before(), around.after(), acts(frame, onlooker, view), below));
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
        return Page.of(templates.contentHistory(frame, view, history.of(member, view)));
    }

    @GetMapping("/c/{slug}/p/{number}/reactions")
    Page reactors(Onlooker onlooker, Member member, @PathVariable long number, Frame frame) {
        var view = sheet.read(onlooker, new PostKey(number, null));
        return Page.of(templates.reactionsReactors(
                frame, view.url(), view.name(), reactions.reactors(member.circle(), view.id())));
    }

    @PostMapping("/c/{slug}/p/{number}/reaction")
    Page react(@On(Surface.REACTION) Speaker speaker, @PathVariable long number, Form form, Frame frame) {
        limits.take("react", speaker.account().value().toString(), 300, Duration.ofMinutes(5));
        var kind = Reactions.kind(form.text("kind"));
        var reacted = reactToPost.react(speaker, number, kind);
        return button(speaker.member(), reacted, kind, form, frame);
    }

    @PostMapping("/c/{slug}/p/{number}/reaction/removal")
    @NoSurface("Whoever may not speak may still take back")
    Page takeBack(Member member, @PathVariable long number, Form form, Frame frame) {
        return button(member, reactToPost.takeBack(member, number), null, form, frame);
    }

    private Page button(Member member, ReactToPost.Reacted reacted, @Nullable Kind mine, Form form, Frame frame) {
        var url = "/c/" + member.face().slug() + "/p/" + reacted.number();
        return frame.fragment()
                ? Page.of(templates.reactionsReact(
                        frame, url + "/reaction", mine, reacted.count(), form.has("menu"), true))
                : Page.to(url);
    }

    @PostMapping("/c/{slug}/p/{post}/deletion")
    @NoSurface("Taking back what one wrote; staff are checked by the operation")
    Page delete(Member member, @PathVariable String post) {
        var key = PostKey.of(post);
        var deleted = deletePost.delete(member, key);
        var slug = member.face().slug();
        return Page.to("/c/" + slug).saying("content.deleted", deleted.url(slug) + "/restoration");
    }

    @PostMapping("/c/{slug}/p/{post}/restoration")
    @NoSurface("Undoes a deletion; what comes back was written when its author might")
    Page restore(Member member, @PathVariable String post) {
        var restored = deletePost.restore(member, PostKey.of(post));
        return Page.to(restored.url(member.face().slug())).saying("content.restored");
    }
}
