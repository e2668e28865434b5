package app.teahouse.removals;

import app.teahouse.comments.CommentId;
import app.teahouse.comments.TakeComments;
import app.teahouse.content.PostId;
import app.teahouse.content.TakePosts;
import app.teahouse.content.TakePosts.Sweep;
import app.teahouse.jobs.Job;
import app.teahouse.removals.Removal.OfWords;
import app.teahouse.removals.Removal.Words;
import app.teahouse.removals.Removal.WordsState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the words of removed members out of sight, and brings them back, some at a time; who thinks again waits for one such step. */
@Component
class TakeWords implements Job {
    static final String NAME = "removals.words";

    private static final int AT_ONCE = 50;

    private final Removals removals;
    private final TakePosts takePosts;
    private final TakeComments takeComments;
    private final TransactionTemplate transaction;

    TakeWords(Removals removals, TakePosts takePosts, TakeComments takeComments, TransactionTemplate transaction) {
        this.removals = removals;
        this.takePosts = takePosts;
        this.takeComments = takeComments;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean step(Instant now) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var next = removals.nextAtWork();
            next.ifPresent(this::step);
            return next.isPresent();
        }));
    }

    private void step(Removal removal) {
        if (removal.ofWords().state() == WordsState.TAKING) {
            take(removal);
        } else {
            bringBack(removal);
        }
    }

    private void take(Removal removal) {
        var sweep = sweep(removal);
        var posts = takePosts.take(sweep, AT_ONCE);
        var comments = posts.size() < AT_ONCE ? takeComments.take(sweep, AT_ONCE) : List.<CommentId>of();
        removals.took(removal, "post", posts);
        removals.took(removal, "comment", comments);
        var more = posts.size() + comments.size();
        removals.words(
                removal,
                moved(
                        removal,
                        more == 0 ? WordsState.TAKEN : WordsState.TAKING,
                        removal.ofWords().taken() + more));
    }

    private void bringBack(Removal removal) {
        var sweep = sweep(removal);
        var posts = removals.untake(removal, "post", AT_ONCE).stream()
                .map(PostId::new)
                .toList();
        var comments = removals.untake(removal, "comment", AT_ONCE).stream()
                .map(CommentId::new)
                .toList();
        takePosts.giveBack(sweep, posts);
        takeComments.giveBack(sweep, comments);
        var less = posts.size() + comments.size();
        removals.words(
                removal,
                moved(
                        removal,
                        less == 0 ? WordsState.RETURNED : WordsState.RETURNING,
                        Math.max(0, removal.ofWords().taken() - less)));
    }

    private static OfWords moved(Removal removal, WordsState state, int taken) {
        var words = removal.ofWords();
        return new OfWords(words.words(), state, words.total(), taken, words.by(), words.at());
    }

    /** Whoever asked for it may be gone by now: then nobody's name stands for it but the member's own. */
    private static Sweep sweep(Removal removal) {
        var words = removal.ofWords();
        return new Sweep(
                removal.circle(),
                removal.account(),
                words.words() == Words.DELETE,
                Objects.requireNonNullElse(words.by(), removal.account()),
                removal.reason(),
                Objects.requireNonNull(words.at()),
                // Ids are in the order of time: what was written after the removal is no part of it.
                removal.id().value());
    }
}
