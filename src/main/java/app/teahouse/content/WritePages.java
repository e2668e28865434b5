package app.teahouse.content;

import app.teahouse.drafts.CircleText;
import app.teahouse.drafts.Drafts;
import app.teahouse.drafts.PostText;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.security.Limits;
import app.teahouse.tags.Tags;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where people write posts and change them. */
@Controller
class WritePages {
    private final WritePost writePost;
    private final EditPost editPost;
    private final Drafts drafts;
    private final CircleText circleText;
    private final PostBody body;
    private final WaitingPosts waitingPosts;
    private final Tags tags;
    private final Members members;
    private final Limits limits;
    private final Templates templates;

    WritePages(
            WritePost writePost,
            EditPost editPost,
            Drafts drafts,
            CircleText circleText,
            PostBody body,
            WaitingPosts waitingPosts,
            Tags tags,
            Members members,
            Limits limits,
            Templates templates) {
        this.writePost = writePost;
        this.editPost = editPost;
        this.drafts = drafts;
        this.circleText = circleText;
        this.body = body;
        this.waitingPosts = waitingPosts;
        this.tags = tags;
        this.members = members;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/write")
    Page write(@On(Surface.POST) Speaker speaker, Frame frame) {
        var draft = drafts.find(speaker.member(), null);
        var form = Form.blank(
                frame,
                "id",
                Ids.text(new PostId(Ids.next())),
                "title",
                draft.map(Drafts.Draft::title).orElse(""),
                "text",
                draft.map(Drafts.Draft::body).orElse(""));
        return Page.of(templates.contentWrite(
                frame,
                form,
                WriteView.ofNew(speaker.member(), waitingPosts.of(speaker.member())),
                tags.all(speaker.circle())));
    }

    @PostMapping("/c/{slug}/write")
    Page publish(@On(Surface.POST) Speaker speaker, Form form, Frame frame) {
        limits.take("post", speaker.account().value().toString(), 60, Duration.ofMinutes(10));
        return form.submit(
                () -> {
                    var written = writePost.write(speaker, asked(speaker.member(), form));
                    var slug = speaker.member().face().slug();
                    return written.number() == null
                            ? Page.to("/c/" + slug + "/p/" + Ids.text(written.id()))
                                    .saying(written.held() ? "content.held" : "content.scheduled")
                            : Page.to("/c/" + slug + "/p/" + written.number()).saying("content.published");
                },
                again -> templates.contentWrite(
                        frame,
                        again,
                        WriteView.ofNew(speaker.member(), waitingPosts.of(speaker.member())),
                        tags.all(speaker.circle())));
    }

    private static WritePost.Asked asked(Member member, Form form) {
        return new WritePost.Asked(
                new PostId(Ids.parse(form.value("id"))),
                form.value("title"),
                form.value("text"),
                form.values("tags"),
                PostText.moment(
                        "publishAt",
                        form.text("publishAt"),
                        member.person().signIn().zone()));
    }

    @PostMapping("/c/{slug}/write/preview")
    @NoSurface("Shown to oneself alone")
    @WhileHalted
    Page preview(Member member, Form form) {
        limits.take("preview", member.account().value().toString(), 120, Duration.ofMinutes(5));
        var text = PostText.of("", form.value("text"));
        if (text.body().isBlank()) {
            return Page.of(templates.contentPreview(""));
        }
        text.check();
        return Page.of(templates.contentPreview(
                circleText.render(member.face(), text.body()).html()));
    }

    record NameJson(String name, String handle) {}

    /** Whom somebody may mean who is typing a name after an @. */
    @GetMapping("/c/{slug}/mentions")
    @ResponseBody
    List<NameJson> mentions(Member member, @RequestParam(defaultValue = "") String q) {
        return members.beginning(member.circle(), q, 8).stream()
                .map(found -> new NameJson(found.alias(), handle(found)))
                .toList();
    }

    /** An alias that can be written after an @ as it is; else the number, which always can. */
    private static String handle(MemberCard member) {
        return member.alias().matches("[\\p{L}\\p{N}_-]{1,30}") ? member.alias() : Long.toString(member.number());
    }

    @PostMapping("/c/{slug}/write/draft")
    @NoSurface("Kept for oneself alone")
    @WhileHalted
    Page keepDraft(Member member, Form form) {
        drafts.save(member, null, form.value("title"), form.value("text"));
        return Page.nothing();
    }

    @PostMapping("/c/{slug}/p/{post}/draft")
    @NoSurface("Kept for oneself alone")
    @WhileHalted
    Page keepEdit(Member member, @PathVariable String post, Form form) {
        var words = body.own(member, PostKey.of(post));
        drafts.save(member, words.id(), form.value("title"), form.value("text"));
        return Page.nothing();
    }

    @GetMapping("/c/{slug}/p/{post}/edit")
    Page edit(@On(Surface.POST) Speaker speaker, @PathVariable String post, Frame frame) {
        var member = speaker.member();
        var words = body.own(member, PostKey.of(post));
        var draft = drafts.find(member, words.id());
        var zone = member.person().signIn().zone();
        var form = Form.blank(
                frame,
                "title",
                draft.map(Drafts.Draft::title).orElse(words.title()),
                "text",
                draft.map(Drafts.Draft::body).orElse(words.body()),
                "edits",
                words.edits(),
                "publishAt",
                words.publishAt() == null
                        ? null
                        : LocalDateTime.ofInstant(words.publishAt(), zone).truncatedTo(ChronoUnit.MINUTES));
        return Page.of(templates.contentWrite(frame, form, WriteView.ofEdit(member, post, words), List.of()));
    }

    @PostMapping("/c/{slug}/p/{post}/edit")
    Page change(@On(Surface.POST) Speaker speaker, @PathVariable String post, Form form, Frame frame) {
        limits.take("post", speaker.account().value().toString(), 60, Duration.ofMinutes(10));
        var member = speaker.member();
        var key = PostKey.of(post);
        return form.submit(
                () -> {
                    var edited = editPost.edit(speaker, key, editAsked(member, form));
                    return Page.to(edited.post().url(member.face().slug()))
                            .saying(edited.held() ? "content.held" : "content.edited");
                },
                again -> templates.contentWrite(
                        frame, again, WriteView.ofEdit(member, post, body.own(member, key)), List.of()));
    }

    private static EditPost.Asked editAsked(Member member, Form form) {
        var edits = form.text("edits");
        return new EditPost.Asked(
                form.value("title"),
                form.value("text"),
                edits != null && edits.matches("\\d{1,9}") ? Integer.valueOf(edits) : null,
                PostText.moment(
                        "publishAt",
                        form.text("publishAt"),
                        member.person().signIn().zone()));
    }
}
