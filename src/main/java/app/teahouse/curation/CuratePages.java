package app.teahouse.curation;

import app.teahouse.content.Post;
import app.teahouse.content.PostKey;
import app.teahouse.content.ReleasePost;
import app.teahouse.drafts.PostText;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Staff;
import app.teahouse.sheet.PostSheet;
import app.teahouse.tags.Tags;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is done with a post beside its words: tags, pin, highlight, free preview, hiding. */
@Controller
class CuratePages {
    private final PostSheet sheet;
    private final HighlightLog log;
    private final Tags tags;
    private final TagPost tagPost;
    private final PinPost pinPost;
    private final HighlightPost highlightPost;
    private final OpenPost openPost;
    private final ProtectPost protectPost;
    private final HidePost hidePost;
    private final ReleasePost releasePost;
    private final Templates templates;

    CuratePages(
            PostSheet sheet,
            HighlightLog log,
            Tags tags,
            TagPost tagPost,
            PinPost pinPost,
            HighlightPost highlightPost,
            OpenPost openPost,
            ProtectPost protectPost,
            HidePost hidePost,
            ReleasePost releasePost,
            Templates templates) {
        this.sheet = sheet;
        this.log = log;
        this.tags = tags;
        this.tagPost = tagPost;
        this.pinPost = pinPost;
        this.highlightPost = highlightPost;
        this.openPost = openPost;
        this.protectPost = protectPost;
        this.hidePost = hidePost;
        this.releasePost = releasePost;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/p/{post}/manage")
    Page curate(Staff staff, Onlooker onlooker, @PathVariable String post, Frame frame) {
        return Page.of(templates.curationCurate(
                frame,
                Form.blank(frame, "protection", Db.name(protectPost.chosen(staff, PostKey.of(post)))),
                sheet.read(onlooker, PostKey.of(post)),
                tags.all(staff.circle()),
                log.of(staff, PostKey.of(post))));
    }

    private Page act(Staff staff, Onlooker onlooker, String post, Form form, Frame frame, Act act, String said) {
        var key = PostKey.of(post);
        return form.submit(
                () -> Page.to(act.on(key).url(staff.member().face().slug())).saying(said),
                again -> templates.curationCurate(
                        frame, again, sheet.read(onlooker, key), tags.all(staff.circle()), log.of(staff, key)));
    }

    private interface Act {
        Post.Facts on(PostKey key);
    }

    @PostMapping("/c/{slug}/p/{post}/pin")
    Page pin(Staff staff, Onlooker onlooker, @PathVariable String post, Form form, Frame frame) {
        var zone = staff.member().face().zone();
        return act(
                staff,
                onlooker,
                post,
                form,
                frame,
                key -> pinPost.pin(staff, key, PostText.moment("until", form.text("until"), zone)),
                "content.pinned");
    }

    @PostMapping("/c/{slug}/p/{post}/pin/removal")
    Page unpin(Staff staff, @PathVariable String post) {
        var done = pinPost.unpin(staff, PostKey.of(post));
        return back(staff.member(), done, "content.unpinned", "/pin");
    }

    @PostMapping("/c/{slug}/p/{post}/pin/top")
    Page pinFirst(Staff staff, @PathVariable String post) {
        return back(staff.member(), pinPost.toTheTop(staff, PostKey.of(post)), "content.pinned-first");
    }

    @PostMapping("/c/{slug}/p/{post}/highlight")
    Page highlight(Staff staff, Onlooker onlooker, @PathVariable String post, Form form, Frame frame) {
        return act(
                staff,
                onlooker,
                post,
                form,
                frame,
                key -> highlightPost.pick(staff, key, form.text("why")),
                "content.highlighted");
    }

    @PostMapping("/c/{slug}/p/{post}/highlight/removal")
    Page removeHighlight(Staff staff, @PathVariable String post, Form form) {
        return back(
                staff.member(),
                highlightPost.remove(staff, PostKey.of(post), form.text("why")),
                "content.highlight-removed",
                "/highlight");
    }

    @PostMapping("/c/{slug}/p/{post}/preview")
    Page open(Staff staff, @PathVariable String post) {
        return back(staff.member(), openPost.open(staff, PostKey.of(post)), "content.opened", "/preview/removal");
    }

    @PostMapping("/c/{slug}/p/{post}/preview/removal")
    Page close(Staff staff, @PathVariable String post) {
        return back(staff.member(), openPost.close(staff, PostKey.of(post)), "content.closed", "/preview");
    }

    @PostMapping("/c/{slug}/p/{post}/protection")
    Page protect(Staff staff, Onlooker onlooker, @PathVariable String post, Form form, Frame frame) {
        return act(
                staff,
                onlooker,
                post,
                form,
                frame,
                key -> protectPost.protect(staff, key, ProtectPost.of(form.value("protection"))),
                "web.saved");
    }

    @PostMapping("/c/{slug}/p/{post}/hiding")
    Page hide(Staff staff, Onlooker onlooker, @PathVariable String post, Form form, Frame frame) {
        return act(
                staff,
                onlooker,
                post,
                form,
                frame,
                key -> hidePost.hide(staff, key, form.text("reason")),
                "content.hidden");
    }

    @PostMapping("/c/{slug}/p/{post}/hiding/removal")
    Page unhide(Staff staff, @PathVariable String post) {
        return back(staff.member(), hidePost.unhide(staff, PostKey.of(post)), "content.unhidden");
    }

    @PostMapping("/c/{slug}/p/{post}/release")
    Page release(Staff staff, @PathVariable String post) {
        return back(staff.member(), releasePost.release(staff, PostKey.of(post)), "content.released");
    }

    @GetMapping("/c/{slug}/p/{post}/tags")
    Page tags(Member member, Onlooker onlooker, @PathVariable String post, Frame frame) {
        return Page.of(templates.curationTags(
                frame, Form.blank(frame), sheet.read(onlooker, PostKey.of(post)), tags.all(member.circle())));
    }

    @PostMapping("/c/{slug}/p/{post}/tags")
    @NoSurface("Tags put a post in order; who may is checked by the operation")
    Page tag(Member member, Onlooker onlooker, @PathVariable String post, Form form, Frame frame) {
        return tagged(member, onlooker, post, form, frame, key -> tagPost.add(member, key, form.value("tag")));
    }

    @PostMapping("/c/{slug}/p/{post}/tags/new")
    Page tagNew(Staff staff, Onlooker onlooker, @PathVariable String post, Form form, Frame frame) {
        return tagged(
                staff.member(), onlooker, post, form, frame, key -> tagPost.addNew(staff, key, form.value("tag")));
    }

    @PostMapping("/c/{slug}/p/{post}/tags/removal")
    @NoSurface("Tags put a post in order; who may is checked by the operation")
    Page untag(Member member, Onlooker onlooker, @PathVariable String post, Form form, Frame frame) {
        return tagged(member, onlooker, post, form, frame, key -> tagPost.remove(member, key, form.value("tag")));
    }

    private Page tagged(Member member, Onlooker onlooker, String post, Form form, Frame frame, Act act) {
        var key = PostKey.of(post);
        return form.submit(
                () -> Page.to(act.on(key).url(member.face().slug()) + "/tags"),
                again -> templates.curationTags(frame, again, sheet.read(onlooker, key), tags.all(member.circle())));
    }

    private static Page back(Member member, Post.Facts post, String said) {
        return Page.to(post.url(member.face().slug())).saying(said);
    }

    private static Page back(Member member, Post.Facts post, String said, String undo) {
        var url = post.url(member.face().slug());
        return Page.to(url).saying(said, url + undo);
    }
}
