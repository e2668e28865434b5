package app.teahouse.comments;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where people write, change and react to comments. They read them below the post ({@link BelowPost}). */
@Controller
class CommentPages {
    private final WriteComment writeComment;
    private final EditComment editComment;
    private final DeleteComment deleteComment;
    private final HideComment hideComment;
    private final ReleaseComment releaseComment;
    private final ReactToComment reactToComment;
    private final CommentSheet sheet;
    private final Limits limits;
    private final Templates templates;

    CommentPages(
            WriteComment writeComment,
            EditComment editComment,
            DeleteComment deleteComment,
            HideComment hideComment,
            ReleaseComment releaseComment,
            ReactToComment reactToComment,
            CommentSheet sheet,
            Limits limits,
            Templates templates) {
        this.writeComment = writeComment;
        this.editComment = editComment;
        this.deleteComment = deleteComment;
        this.hideComment = hideComment;
        this.releaseComment = releaseComment;
        this.reactToComment = reactToComment;
        this.sheet = sheet;
        this.limits = limits;
        this.templates = templates;
    }

    @PostMapping("/c/{slug}/p/{number}/comments")
    Page write(@On(Surface.COMMENT) Speaker speaker, @PathVariable long number, Form form, Frame frame) {
        return write(speaker, number, null, form, frame);
    }

    @GetMapping("/c/{slug}/comments/{id}/reply")
    Page reply(@On(Surface.COMMENT) Speaker speaker, @PathVariable CommentId id, Frame frame) {
        var form = Form.blank(frame, "form", Ids.text(new CommentId(Ids.next())));
        var answered = sheet.read(speaker.member(), id);
        return Page.of(templates.commentsWrite(frame, form, answered.number(), answered, null));
    }

    @PostMapping("/c/{slug}/comments/{id}/replies")
    Page answer(@On(Surface.COMMENT) Speaker speaker, @PathVariable CommentId id, Form form, Frame frame) {
        return write(speaker, sheet.read(speaker.member(), id).number(), id, form, frame);
    }

    private Page write(Speaker speaker, long number, @Nullable CommentId replyTo, Form form, Frame frame) {
        limits.take("comment", speaker.account().value().toString(), 120, Duration.ofMinutes(10));
        return form.submit(
                () -> {
                    var asked =
                            new WriteComment.Asked(Ids.parse(form.value("form")), number, replyTo, form.value("text"));
                    var key = Ids.text(writeComment.write(speaker, asked));
                    return Page.to(
                            "/c/" + speaker.member().face().slug() + "/p/" + number + "?comment=" + key + "#c-" + key);
                },
                again -> templates.commentsWrite(
                        frame, again, number, replyTo == null ? null : sheet.read(speaker.member(), replyTo), null));
    }

    @GetMapping("/c/{slug}/comments/{id}/edit")
    Page edit(@On(Surface.COMMENT) Speaker speaker, @PathVariable CommentId id, Frame frame) {
        var comment = sheet.read(speaker.member(), id);
        var form = Form.blank(frame, "text", comment.own() ? comment.body() : "");
        return Page.of(templates.commentsWrite(frame, form, comment.number(), null, comment));
    }

    @PostMapping("/c/{slug}/comments/{id}/edit")
    Page change(@On(Surface.COMMENT) Speaker speaker, @PathVariable CommentId id, Form form, Frame frame) {
        limits.take("comment", speaker.account().value().toString(), 120, Duration.ofMinutes(10));
        var comment = sheet.read(speaker.member(), id);
        return form.submit(
                () -> {
                    editComment.edit(speaker, id, form.value("text"));
                    return Page.to(comment.url(speaker.member().face().slug())).saying("comments.edited");
                },
                again -> templates.commentsWrite(frame, again, comment.number(), null, comment));
    }

    @GetMapping("/c/{slug}/comments/{id}/history")
    Page history(Member member, @PathVariable CommentId id, Frame frame) {
        var comment = sheet.read(member, id);
        return Page.of(templates.commentsHistory(frame, comment, sheet.history(member, comment)));
    }

    @PostMapping("/c/{slug}/comments/{id}/deletion")
    @NoSurface("Taking back what one wrote; staff are checked by the operation")
    Page delete(Member member, @PathVariable CommentId id) {
        var slug = member.face().slug();
        var deleted = deleteComment.delete(member, id);
        return Page.to("/c/" + slug + "/p/" + deleted.number() + "#comments")
                .saying("comments.deleted", "/c/" + slug + "/comments/" + Ids.text(id) + "/restoration");
    }

    @PostMapping("/c/{slug}/comments/{id}/restoration")
    @NoSurface("Undoes a deletion; what comes back was written when its author might")
    Page restore(Member member, @PathVariable CommentId id) {
        var restored = deleteComment.restore(member, id);
        return back(member, restored).saying("comments.restored");
    }

    @GetMapping("/c/{slug}/comments/{id}/hiding")
    Page askWhy(Staff staff, @PathVariable CommentId id, Frame frame) {
        return Page.of(templates.commentsHide(frame, Form.blank(frame), sheet.read(staff.member(), id)));
    }

    @PostMapping("/c/{slug}/comments/{id}/hiding")
    Page hide(Staff staff, @PathVariable CommentId id, Form form, Frame frame) {
        return form.submit(
                () -> back(staff.member(), hideComment.hide(staff, id, form.text("reason")))
                        .saying("comments.hidden"),
                again -> templates.commentsHide(frame, again, sheet.read(staff.member(), id)));
    }

    @PostMapping("/c/{slug}/comments/{id}/hiding/removal")
    Page unhide(Staff staff, @PathVariable CommentId id) {
        return back(staff.member(), hideComment.unhide(staff, id)).saying("comments.unhidden");
    }

    @PostMapping("/c/{slug}/comments/{id}/release")
    Page release(Staff staff, @PathVariable CommentId id) {
        releaseComment.release(staff, id);
        return Page.to(sheet.read(staff.member(), id).url(staff.member().face().slug()))
                .saying("comments.released");
    }

    private static Page back(Member member, Comment.Facts comment) {
        var key = Ids.text(comment.id());
        return Page.to("/c/" + member.face().slug() + "/p/" + comment.number() + "?comment=" + key + "#c-" + key);
    }

    @PostMapping("/c/{slug}/comments/{id}/reaction")
    Page react(@On(Surface.REACTION) Speaker speaker, @PathVariable CommentId id, Form form, Frame frame) {
        limits.take("react", speaker.account().value().toString(), 300, Duration.ofMinutes(5));
        var kind = Reactions.kind(form.text("kind"));
        return button(speaker.member(), id, kind, reactToComment.react(speaker, id, kind), frame);
    }

    @PostMapping("/c/{slug}/comments/{id}/reaction/removal")
    @NoSurface("Whoever may not speak may still take back")
    Page takeBack(Member member, @PathVariable CommentId id, Frame frame) {
        return button(member, id, null, reactToComment.takeBack(member, id), frame);
    }

    private Page button(Member member, CommentId id, @Nullable Kind mine, long count, Frame frame) {
        var slug = member.face().slug();
        if (!frame.fragment()) {
            return Page.to(sheet.read(member, id).url(slug));
        }
        var url = "/c/" + slug + "/comments/" + Ids.text(id) + "/reaction";
        return Page.of(templates.reactionsReact(frame, url, mine, count, false, true));
    }
}
