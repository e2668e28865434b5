package app.teahouse.curation;

import app.teahouse.content.PostKey;
import app.teahouse.content.ReleasePost;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Staff;
import app.teahouse.web.NoSurface;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What programs do with a post beside its words: tags, pin, highlight, free preview, hiding. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/posts/{post}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class CurateApi {
    private final TagPost tagPost;
    private final PinPost pinPost;
    private final HighlightPost highlightPost;
    private final OpenPost openPost;
    private final ProtectPost protectPost;
    private final HidePost hidePost;
    private final ReleasePost releasePost;

    CurateApi(
            TagPost tagPost,
            PinPost pinPost,
            HighlightPost highlightPost,
            OpenPost openPost,
            ProtectPost protectPost,
            HidePost hidePost,
            ReleasePost releasePost) {
        this.tagPost = tagPost;
        this.pinPost = pinPost;
        this.highlightPost = highlightPost;
        this.openPost = openPost;
        this.protectPost = protectPost;
        this.hidePost = hidePost;
        this.releasePost = releasePost;
    }

    /** Puts a tag of the circle on the post; the others stay. */
    @PutMapping("/tags/{tag}")
    @NoSurface("Tags put a post in order; who may is checked by the operation")
    void tag(Member member, @PathVariable String post, @PathVariable String tag) {
        tagPost.add(member, PostKey.of(post), tag);
    }

    @DeleteMapping("/tags/{tag}")
    @NoSurface("Tags put a post in order; who may is checked by the operation")
    void untag(Member member, @PathVariable String post, @PathVariable String tag) {
        tagPost.remove(member, PostKey.of(post), tag);
    }

    record PinJson(@Nullable Instant until, @Nullable Boolean first) {}

    @PutMapping("/pin")
    void pin(Staff staff, @PathVariable String post, @RequestBody PinJson pin) {
        pinPost.pin(staff, PostKey.of(post), pin.until());
        if (Boolean.TRUE.equals(pin.first())) {
            pinPost.toTheTop(staff, PostKey.of(post));
        }
    }

    @DeleteMapping("/pin")
    void unpin(Staff staff, @PathVariable String post) {
        pinPost.unpin(staff, PostKey.of(post));
    }

    record ReasonJson(@Nullable String reason) {}

    @PutMapping("/highlight")
    void highlight(Staff staff, @PathVariable String post, @RequestBody ReasonJson why) {
        highlightPost.pick(staff, PostKey.of(post), why.reason());
    }

    @DeleteMapping("/highlight")
    void removeHighlight(
            Staff staff, @PathVariable String post, @RequestParam(required = false) @Nullable String reason) {
        highlightPost.remove(staff, PostKey.of(post), reason);
    }

    @PutMapping("/preview")
    void open(Staff staff, @PathVariable String post) {
        openPost.open(staff, PostKey.of(post));
    }

    @DeleteMapping("/preview")
    void close(Staff staff, @PathVariable String post) {
        openPost.close(staff, PostKey.of(post));
    }

    /** @param protection {@code on}, {@code off} or {@code as_circle} */
    record ProtectionJson(@Nullable String protection) {}

    @PutMapping("/protection")
    void protect(Staff staff, @PathVariable String post, @RequestBody ProtectionJson wish) {
        var protection = wish.protection();
        protectPost.protect(staff, PostKey.of(post), ProtectPost.of(protection == null ? "" : protection));
    }

    @PutMapping("/hiding")
    void hide(Staff staff, @PathVariable String post, @RequestBody ReasonJson why) {
        hidePost.hide(staff, PostKey.of(post), why.reason());
    }

    /** What rules held comes out as if it had just been written. */
    @PostMapping("/release")
    void release(Staff staff, @PathVariable String post) {
        releasePost.release(staff, PostKey.of(post));
    }

    @DeleteMapping("/hiding")
    void unhide(Staff staff, @PathVariable String post) {
        hidePost.unhide(staff, PostKey.of(post));
    }
}
