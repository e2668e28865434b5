package app.teahouse.sheet;

import app.teahouse.content.Post;
import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.Ids;
import app.teahouse.reactions.Kind;
import app.teahouse.reactions.Tally;
import app.teahouse.roster.Author;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post on its own page.
 *
 * @param number null while it waits for its moment, or for the staff
 * @param html its words, or null where the reader only sees its beginning, or not even that
 * @param ruling whether this reader may read it now, and carry it away
 * @param mine how the reader reacted
 * @param part how far the reader came, in thousandths; 0 from the start
 * @param before the live post with the next lower number, for who may read it
 */
public record PostView(
        String slug,
        PostId id,
        @Nullable Long number,
        State state,
        String title,
        @Nullable String html,
        String excerpt,
        Author author,
        Dates dates,
        int edits,
        int minutes,
        List<String> pictures,
        List<String> tags,
        List<Tally> tallies,
        long reactions,
        long comments,
        @Nullable Kind mine,
        int part,
        @Nullable Highlight highlight,
        boolean pinned,
        boolean preview,
        @Nullable String hiddenWhy,
        @Nullable Neighbour before,
        @Nullable Neighbour after,
        Powers powers,
        Post.Kind kind,
        Ruling ruling) {

    public enum State {
        LIVE,
        /** Homework that was handed in. */
        APART,
        SCHEDULED,
        /** Rules hold it for the staff. */
        HELD,
        HIDDEN,
        DELETED
    }

    /** Its moments: {@code publishAt} is one to come. */
    public record Dates(
            @Nullable Instant published,
            @Nullable Instant edited,
            @Nullable Instant publishAt) {}

    /** Who picked it, and why. */
    public record Highlight(@Nullable String by, String why, Instant at) {}

    /** What this reader may do with it; doors and operations check again. */
    public record Powers(
            boolean edit, boolean delete, boolean restore, boolean tag, boolean staff, boolean hide, boolean history) {
        static final Powers NONE = new Powers(false, false, false, false, false, false, false);
    }

    public String url() {
        return "/c/" + slug + "/p/" + (number == null ? Ids.text(id) : number.toString());
    }

    /** For the browser's tab, and wherever a post without a title must be called something. */
    public String name() {
        return Posts.named(title, excerpt, number);
    }

    /** The first 120 characters, for those who are outside; of protected words never more than half. */
    public String teaser() {
        var all = excerpt.codePointCount(0, excerpt.length());
        var most = ruling.isProtected() ? Math.min(120, all / 2) : 120;
        return all <= most ? excerpt : excerpt.substring(0, excerpt.offsetByCodePoints(0, Math.max(0, most - 1))) + "…";
    }

    /** The same to somebody who may not read it yet: what it is called, by whom and when, and none of its words. */
    PostView closed(Ruling closed) {
        return new PostView(
                slug,
                id,
                number,
                state,
                title,
                null,
                "",
                author,
                dates,
                edits,
                minutes,
                List.of(),
                tags,
                List.of(),
                reactions,
                comments,
                null,
                0,
                highlight,
                pinned,
                preview,
                hiddenWhy,
                before,
                after,
                Powers.NONE,
                kind,
                closed);
    }

    /** The same as it may be read: to carry away, or not. */
    PostView with(Ruling open) {
        return open.equals(ruling)
                ? this
                : new PostView(
                        slug, id, number, state, title, html, excerpt, author, dates, edits, minutes, pictures, tags,
                        tallies, reactions, comments, mine, part, highlight, pinned, preview, hiddenWhy, before, after,
                        powers, kind, open);
    }

    /** The same between these. */
    PostView between(@Nullable Neighbour one, @Nullable Neighbour other) {
        return new PostView(
                slug, id, number, state, title, html, excerpt, author, dates, edits, minutes, pictures, tags, tallies,
                reactions, comments, mine, part, highlight, pinned, preview, hiddenWhy, one, other, powers, kind,
                ruling);
    }

    public boolean isClosed() {
        return !ruling.isOpen();
    }

    public boolean isLive() {
        return state == State.LIVE;
    }

    /** Whether it can be seen, by all or by a few. */
    public boolean isShown() {
        return state == State.LIVE || state == State.APART;
    }

    public boolean isScheduled() {
        return state == State.SCHEDULED;
    }

    public boolean isHeld() {
        return state == State.HELD;
    }

    public boolean isHidden() {
        return state == State.HIDDEN;
    }

    public boolean isDeleted() {
        return state == State.DELETED;
    }
}
