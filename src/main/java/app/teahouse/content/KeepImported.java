package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.drafts.CircleText;
import app.teahouse.drafts.PostText;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.tags.TagId;
import app.teahouse.tags.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps an article that was written elsewhere, with its own date. Nobody is told of it, and it never is unread. */
@Component
public class KeepImported {
    private final Db db;
    private final Clock clock;
    private final CircleText circleText;
    private final Tags tags;
    private final Pulse pulse;
    private final Bylines bylines;
    private final Members members;
    private final Findable findable;

    KeepImported(
            Db db,
            Clock clock,
            CircleText circleText,
            Tags tags,
            Pulse pulse,
            Bylines bylines,
            Members members,
            Findable findable) {
        this.db = db;
        this.clock = clock;
        this.circleText = circleText;
        this.tags = tags;
        this.pulse = pulse;
        this.bylines = bylines;
        this.members = members;
        this.findable = findable;
    }

    /**
     * An article on its way in.
     *
     * @param key what it is known by, should the same archive come again
     * @param number from a block taken with {@link Pulse#nextQuiet}
     * @param byline its author's name, or null where {@code author} wrote it
     * @param highlight whether it was picked where it comes from; {@code author} answers for it here
     */
    public record Article(
            String key,
            long number,
            String title,
            String body,
            Instant publishedAt,
            AccountId author,
            @Nullable String byline,
            List<TagId> tags,
            boolean highlight) {

        public Article(
                String key,
                long number,
                String title,
                String body,
                Instant publishedAt,
                AccountId author,
                @Nullable String byline,
                List<TagId> tags) {
            this(key, number, title, body, publishedAt, author, byline, tags, false);
        }
    }

    /** Which articles the circle has already: their keys and numbers. */
    public Map<String, Long> known(CircleId circle, Collection<String> keys) {
        record Row(String key, long number) {}
        var known = new HashMap<String, Long>();
        db.sql("""
                select import_key, number
                  from content.post
                 where circle_id = :circle and import_key = any(:keys) and number is not null
                """)
                .with("circle", circle)
                .withTexts("keys", keys)
                .all((row, n) -> new Row(row.getString(1), row.getLong(2)))
                .forEach(row -> known.put(row.key(), row.number()));
        return known;
    }

    /**
     * Runs in the transaction that notes it as kept.
     *
     * @return the addresses of its pictures at other hosts, or nothing if it was here already
     */
    @Transactional
    public Optional<List<String>> keep(Face circle, Article article) {
        var id = new PostId(Ids.next());
        var text = PostText.of(article.title(), article.body());
        var done = circleText.hold(circle, id.holder(), text.body(), circleText.render(circle, text.body()));
        var author = author(circle.id(), article);
        if (!insert(circle.id(), id, article, author, text, done)) {
            return Optional.empty();
        }
        article.tags().forEach(tag -> tags.add(circle.id(), id, tag, article.number()));
        pulse.countPosts(circle.id(), 1);
        findable.post(circle.id(), id);
        return Optional.of(done.away());
    }

    /** A by-line that was assigned to a member means that member. */
    private @Nullable AccountId author(CircleId circle, Article article) {
        if (article.byline() == null) {
            return article.author();
        }
        return Optional.ofNullable(bylines.owner(circle, article.byline()))
                .flatMap(account -> members.card(circle, account))
                .filter(MemberCard::active)
                .map(MemberCard::account)
                .orElse(null);
    }

    private boolean insert(
            CircleId circle,
            PostId id,
            Article article,
            @Nullable AccountId author,
            PostText text,
            CircleText.Done done) {
        return db.sql("""
                insert into content.post
                       (circle_id, post_id, number, author_id, byline, title, body, html, excerpt, pictures, picture_count,
                        minutes, state, created_at, published_at, active_at, wakes, import_key,
                        highlighted_at, highlighted_by)
                values (:circle, :id, :number, :author, :byline, :title, :body, :html, :excerpt, :pictures, :pictureCount,
                        :minutes, 'live', :now, :publishedAt, :publishedAt, false, :key,
                        :highlightedAt, :highlightedBy)
                on conflict (circle_id, import_key) where import_key is not null do nothing
                """)
                        .with("circle", circle)
                        .with("id", id)
                        .with("number", article.number())
                        .with("author", author)
                        .with("byline", article.byline())
                        .with("title", text.title())
                        .with("body", text.body())
                        .with("html", done.html())
                        .with("excerpt", done.excerpt())
                        .withTexts("pictures", done.pictures())
                        .with("pictureCount", done.pictureCount())
                        .with("minutes", done.rendered().minutes())
                        .with("now", clock.instant())
                        .with("publishedAt", article.publishedAt())
                        .with("key", article.key())
                        .with("highlightedAt", article.highlight() ? article.publishedAt() : null)
                        .with("highlightedBy", article.highlight() ? article.author() : null)
                        .run()
                == 1;
    }
}
