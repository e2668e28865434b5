package app.teahouse.content;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.reactions.Kind;
import app.teahouse.reactions.Reactions;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What people do with a post on its page: they react to it, take it away and bring it back. */
@Controller
class PostPages {
    private final DeletePost deletePost;
    private final ReactToPost reactToPost;
    private final Limits limits;
    private final Templates templates;

    PostPages(DeletePost deletePost, ReactToPost reactToPost, Limits limits, Templates templates) {
        this.deletePost = deletePost;
        this.reactToPost = reactToPost;
        this.limits = limits;
        this.templates = templates;
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
