package app.teahouse.comments;

import app.teahouse.content.Posts;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.reactions.Reactions;
import app.teahouse.roster.AuthorJson;
import app.teahouse.security.Limits;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comments as programs read and write them. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class CommentApi {
    private static final int MOST = 100;

    private final CommentList list;
    private final CommentSheet sheet;
    private final WriteComment writeComment;
    private final EditComment editComment;
    private final DeleteComment deleteComment;
    private final HideComment hideComment;
    private final ReleaseComment releaseComment;
    private final ReactToComment reactToComment;
    private final Posts posts;
    private final Guard guard;
    private final Limits limits;

    CommentApi(
            CommentList list,
            CommentSheet sheet,
            WriteComment writeComment,
            EditComment editComment,
            DeleteComment deleteComment,
            HideComment hideComment,
            ReleaseComment releaseComment,
            ReactToComment reactToComment,
            Posts posts,
            Guard guard,
            Limits limits) {
        this.list = list;
        this.sheet = sheet;
        this.writeComment = writeComment;
        this.editComment = editComment;
        this.deleteComment = deleteComment;
        this.hideComment = hideComment;
        this.releaseComment = releaseComment;
        this.reactToComment = reactToComment;
        this.posts = posts;
        this.guard = guard;
        this.limits = limits;
    }

    /** {@code html} is null where the comment is deleted, or hidden from the reader. */
    record CommentJson(
            UUID id,
            UUID thread,
            String state,
            @Nullable String html,
            AuthorJson author,
            Instant madeAt,
            @Nullable Instant editedAt,
            long reactions,
            @Nullable String myReaction) {

        static CommentJson of(CommentView view) {
            return new CommentJson(
                    view.id().value(),
                    view.thread().value(),
                    Db.name(view.state()),
                    view.html(),
                    AuthorJson.of(view.author()),
                    view.madeAt(),
                    view.editedAt(),
                    view.reactions(),
                    view.mine() == null ? null : Db.name(view.mine()));
        }
    }

    record CommentsJson(List<CommentJson> items, @Nullable String next) {}

    /** The comments of a post, oldest thread first, each followed by its replies; {@code next} goes into {@code after}. */
    @GetMapping("/posts/{number}/comments")
    CommentsJson comments(
            Onlooker onlooker,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (!onlooker.mayRead()) {
            throw Refusal.notAllowed("circle.members-only");
        }
        var post = posts.shown(onlooker.circle(), number).orElseThrow(() -> Refusal.notFound("post.unknown"));
        guard.mustBeOpen(Reader.of(onlooker), post.guarded());
        var found = list.read(onlooker, post.id(), CommentList.Place.of(after), Math.clamp(limit, 1, MOST));
        return new CommentsJson(found.items().stream().map(CommentJson::of).toList(), found.next());
    }

    /**
     * @param id made by the program, so that the same request sent twice makes one comment
     * @param replyTo the comment it answers
     */
    record NewCommentJson(
            @Nullable UUID id,
            @Nullable UUID replyTo,
            @Nullable String text) {}

    record WrittenJson(UUID id) {}

    @PostMapping("/posts/{number}/comments")
    ResponseEntity<WrittenJson> write(
            @On(Surface.COMMENT) Speaker speaker, @PathVariable long number, @RequestBody NewCommentJson asked) {
        limits.take("comment", speaker.account().value().toString(), 120, Duration.ofMinutes(10));
        var id = writeComment.write(
                speaker,
                new WriteComment.Asked(
                        asked.id() == null ? Ids.next() : asked.id(),
                        number,
                        asked.replyTo() == null ? null : new CommentId(asked.replyTo()),
                        asked.text()));
        var slug = speaker.member().face().slug();
        return ResponseEntity.created(URI.create("/api/v1/circles/" + slug + "/comments/" + id.value()))
                .body(new WrittenJson(id.value()));
    }

    /** One comment; {@code text} is its Markdown, for its author. */
    record LineJson(
            UUID id,
            long post,
            @Nullable String author,
            String html,
            @Nullable String text) {}

    @GetMapping("/comments/{id}")
    LineJson comment(Member member, @PathVariable CommentId id) {
        var comment = sheet.read(member, id);
        return new LineJson(
                comment.id().value(),
                comment.number(),
                comment.alias(),
                comment.html(),
                comment.own() ? comment.body() : null);
    }

    record ChangeJson(@Nullable String text) {}

    @PutMapping("/comments/{id}/text")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(@On(Surface.COMMENT) Speaker speaker, @PathVariable CommentId id, @RequestBody ChangeJson change) {
        limits.take("comment", speaker.account().value().toString(), 120, Duration.ofMinutes(10));
        editComment.edit(speaker, id, change.text());
    }

    record VersionsJson(List<CommentVersion> items) {}

    @GetMapping("/comments/{id}/history")
    VersionsJson history(Member member, @PathVariable CommentId id) {
        return new VersionsJson(sheet.history(member, sheet.read(member, id)));
    }

    @DeleteMapping("/comments/{id}")
    @NoSurface("Taking back what one wrote; staff are checked by the operation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Member member, @PathVariable CommentId id) {
        deleteComment.delete(member, id);
    }

    @PostMapping("/comments/{id}/restoration")
    @NoSurface("Undoes a deletion; what comes back was written when its author might")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(Member member, @PathVariable CommentId id) {
        deleteComment.restore(member, id);
    }

    record ReasonJson(@Nullable String reason) {}

    @PutMapping("/comments/{id}/hiding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hide(Staff staff, @PathVariable CommentId id, @RequestBody ReasonJson why) {
        hideComment.hide(staff, id, why.reason());
    }

    @DeleteMapping("/comments/{id}/hiding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unhide(Staff staff, @PathVariable CommentId id) {
        hideComment.unhide(staff, id);
    }

    /** What rules held is shown, as if it had just been written. */
    @PostMapping("/comments/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(Staff staff, @PathVariable CommentId id) {
        releaseComment.release(staff, id);
    }

    record ReactionJson(@Nullable String kind) {}

    record CountJson(long count) {}

    @PutMapping("/comments/{id}/reaction")
    CountJson react(
            @On(Surface.REACTION) Speaker speaker, @PathVariable CommentId id, @RequestBody ReactionJson reaction) {
        limits.take("react", speaker.account().value().toString(), 300, Duration.ofMinutes(5));
        return new CountJson(reactToComment.react(speaker, id, Reactions.kind(reaction.kind())));
    }

    @DeleteMapping("/comments/{id}/reaction")
    @NoSurface("Whoever may not speak may still take back")
    CountJson takeBack(Member member, @PathVariable CommentId id) {
        return new CountJson(reactToComment.takeBack(member, id));
    }
}
