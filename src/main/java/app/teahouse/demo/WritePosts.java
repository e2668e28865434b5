package app.teahouse.demo;

import app.teahouse.comments.CommentId;
import app.teahouse.comments.ReactToComment;
import app.teahouse.comments.WriteComment;
import app.teahouse.content.PostId;
import app.teahouse.content.PostKey;
import app.teahouse.content.ReactToPost;
import app.teahouse.content.WritePost;
import app.teahouse.curation.HighlightPost;
import app.teahouse.curation.OpenPost;
import app.teahouse.curation.PinPost;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Surface;
import app.teahouse.reactions.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts on the timeline what people write in a circle, what others answer, and what the staff do with it. */
@Component
class WritePosts {
    private final Texts texts;
    private final WritePost writePost;
    private final PinPost pinPost;
    private final HighlightPost highlightPost;
    private final OpenPost openPost;
    private final ReactToPost reactToPost;
    private final WriteComment writeComment;
    private final ReactToComment reactToComment;

    WritePosts(
            Texts texts,
            WritePost writePost,
            PinPost pinPost,
            HighlightPost highlightPost,
            OpenPost openPost,
            ReactToPost reactToPost,
            WriteComment writeComment,
            ReactToComment reactToComment) {
        this.texts = texts;
        this.writePost = writePost;
        this.pinPost = pinPost;
        this.highlightPost = highlightPost;
        this.openPost = openPost;
        this.reactToPost = reactToPost;
        this.writeComment = writeComment;
        this.reactToComment = reactToComment;
    }

    /** A post on its way: it has its number, and its last comment, only once they are written. */
    private static final class Line {
        private long number;
        private @Nullable CommentId thread;
    }

    void write(Stage stage, Timeline timeline, String owner) {
        for (var entry : texts.entries(stage.folder() + "/posts*.md")) {
            var line = new Line();
            var at = stage.moments().of(entry.text("at"));
            timeline.add(at, () -> publish(stage, entry, line));
            curate(stage, timeline, entry, line, owner);
            react(stage, timeline, entry, line, at);
            for (var spoken : Spoken.below(entry.body())) {
                comment(stage, timeline, line, spoken, at);
            }
        }
    }

    private void publish(Stage stage, Entry entry, Line line) {
        var written = writePost.write(
                stage.speaker(entry.text("by"), Surface.POST),
                new WritePost.Asked(
                        new PostId(Ids.next()),
                        entry.maybe("title").orElse(null),
                        stage.illustrated(Spoken.post(entry.body())),
                        entry.list("tags"),
                        null));
        if (written.number() == null) {
            throw new IllegalStateException("Not published: " + entry.fields());
        }
        line.number = written.number();
    }

    /** Pins and previews come soon after the post; a highlight is picked some days later, by somebody, for a reason. */
    private void curate(Stage stage, Timeline timeline, Entry entry, Line line, String owner) {
        var soon = stage.moments().after(stage.moments().of(entry.text("at")), "5m");
        if (entry.has("pin")) {
            timeline.add(soon, () -> pinPost.pin(stage.staff(owner), key(line), null));
        }
        if (entry.has("preview")) {
            timeline.add(soon, () -> openPost.open(stage.staff(owner), key(line)));
        }
        entry.maybe("highlight").ifPresent(text -> {
            var parts = Entry.split(text, "\\|");
            var then = stage.moments().after(stage.moments().of(entry.text("at")), parts.get(1));
            timeline.add(then, () -> highlightPost.pick(stage.staff(parts.getFirst()), key(line), parts.get(2)));
        });
    }

    private static PostKey key(Line line) {
        return PostKey.of(Long.toString(line.number));
    }

    /** The first come within the hour, the later ones over the following days. */
    private void react(Stage stage, Timeline timeline, Entry entry, Line line, Instant at) {
        var wait = 11L;
        for (var kind : Kind.values()) {
            for (var who : entry.list(kind.name().toLowerCase(Locale.ROOT))) {
                var then = stage.present(who, at.plus(Duration.ofMinutes(wait)));
                timeline.add(then, () -> reactToPost.react(stage.speaker(who, Surface.REACTION), line.number, kind));
                wait += wait / 2 + 13;
            }
        }
    }

    private void comment(Stage stage, Timeline timeline, Line line, Spoken spoken, Instant at) {
        var then = stage.moments().after(at, spoken.after());
        var id = new CommentId[1];
        timeline.add(then, () -> {
            id[0] = say(stage, line, spoken);
            if (!spoken.reply()) {
                line.thread = id[0];
            }
        });
        var wait = 7L;
        for (var who : spoken.likedBy()) {
            var liked = stage.present(who, then.plus(Duration.ofMinutes(wait)));
            timeline.add(liked, () -> reactToComment.react(stage.speaker(who, Surface.REACTION), id[0], Kind.LIKE));
            wait += 46;
        }
    }

    private CommentId say(Stage stage, Line line, Spoken spoken) {
        return writeComment.write(
                stage.speaker(spoken.who(), Surface.COMMENT),
                new WriteComment.Asked(
                        Ids.next(),
                        line.number,
                        spoken.reply() ? line.thread : null,
                        stage.illustrated(spoken.text())));
    }
}
