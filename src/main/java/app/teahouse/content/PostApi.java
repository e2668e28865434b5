package app.teahouse.content;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.reactions.Reactions;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts as programs write and change them. {@code post} in an address is the number, or the id of a scheduled one. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/posts")
class PostApi {
    private final PostBody body;
    private final WritePost writePost;
    private final EditPost editPost;
    private final DeletePost deletePost;
    private final ReactToPost reactToPost;
    private final Limits limits;

    PostApi(
            PostBody body,
            WritePost writePost,
            EditPost editPost,
            DeletePost deletePost,
            ReactToPost reactToPost,
            Limits limits) {
        this.body = body;
        this.writePost = writePost;
        this.editPost = editPost;
        this.deletePost = deletePost;
        this.reactToPost = reactToPost;
        this.limits = limits;
    }

    /**
     * @param id made by the program, so that the same request sent twice makes one post; made here where it is missing
     * @param text Markdown
     * @param tags names of tags that the circle has
     */
    record NewPostJson(
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String text,
            @Nullable List<String> tags,
            @Nullable Instant publishAt) {}

    /** @param held whether it waits for the staff, seen by its author and them only */
    record WrittenJson(UUID id, @Nullable Long number, String url, boolean held) {}

    @PostMapping
    ResponseEntity<WrittenJson> write(@On(Surface.POST) Speaker speaker, @RequestBody NewPostJson asked) {
        limits.take("post", speaker.account().value().toString(), 60, Duration.ofMinutes(10));
        var written = writePost.write(
                speaker,
                new WritePost.Asked(
                        new PostId(asked.id() == null ? Ids.next() : asked.id()),
                        asked.title(),
                        asked.text(),
                        asked.tags() == null ? List.of() : asked.tags(),
                        asked.publishAt()));
        var slug = speaker.member().face().slug();
        var key = written.number() == null
                ? Ids.text(written.id())
                : written.number().toString();
        return ResponseEntity.created(URI.create("/api/v1/circles/" + slug + "/posts/" + key))
                .body(new WrittenJson(
                        written.id().value(), written.number(), "/c/" + slug + "/p/" + key, written.held()));
    }

    /** The Markdown of one's own post; {@code edits} goes back with the change. */
    record TextJson(
            String title, String text, int edits, @Nullable Instant publishAt) {}

    @GetMapping("/{post}/text")
    TextJson text(Member member, @PathVariable String post) {
        var words = body.own(member, PostKey.of(post));
        return new TextJson(words.title(), words.body(), words.edits(), words.publishAt());
    }

    record ChangeJson(
            @Nullable String title,
            @Nullable String text,
            @Nullable Integer edits,
            @Nullable Instant publishAt) {}

    @PutMapping("/{post}/text")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(@On(Surface.POST) Speaker speaker, @PathVariable String post, @RequestBody ChangeJson change) {
        limits.take("post", speaker.account().value().toString(), 60, Duration.ofMinutes(10));
        editPost.edit(
                speaker,
                PostKey.of(post),
                new EditPost.Asked(change.title(), change.text(), change.edits(), change.publishAt()));
    }

    @DeleteMapping("/{post}")
    @NoSurface("Taking back what one wrote; staff are checked by the operation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Member member, @PathVariable String post) {
        deletePost.delete(member, PostKey.of(post));
    }

    @PostMapping("/{post}/restoration")
    @NoSurface("Undoes a deletion; what comes back was written when its author might")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(Member member, @PathVariable String post) {
        deletePost.restore(member, PostKey.of(post));
    }

    record ReactionJson(@Nullable String kind) {}

    record CountJson(long count) {}

    @PutMapping("/{number}/reaction")
    CountJson react(
            @On(Surface.REACTION) Speaker speaker, @PathVariable long number, @RequestBody ReactionJson reaction) {
        limits.take("react", speaker.account().value().toString(), 300, Duration.ofMinutes(5));
        return new CountJson(reactToPost
                .react(speaker, number, Reactions.kind(reaction.kind()))
                .count());
    }

    @DeleteMapping("/{number}/reaction")
    @NoSurface("Whoever may not speak may still take back")
    CountJson takeBack(Member member, @PathVariable long number) {
        return new CountJson(reactToPost.takeBack(member, number).count());
    }
}
