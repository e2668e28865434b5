package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.drafts.CircleText;
import app.teahouse.drafts.Drafts;
import app.teahouse.drafts.PostText;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Speaker;
import app.teahouse.reading.Traces;
import app.teahouse.tags.TagId;
import app.teahouse.tags.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member writes a post, for now or for later. The id is made when the form is shown, so a form sent twice makes one post. */
@Component
public class WritePost {
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final Db db;
    private final Clock clock;
    private final CircleText circleText;
    private final Tags tags;
    private final Pulse pulse;
    private final Traces traces;
    private final Drafts drafts;
    private final Events events;
    private final Findable findable;
    private final Scrutiny scrutiny;

    WritePost(
            Db db,
            Clock clock,
            CircleText circleText,
            Tags tags,
            Pulse pulse,
            Traces traces,
            Drafts drafts,
            Events events,
            Findable findable,
            Scrutiny scrutiny) {
        this.db = db;
        this.clock = clock;
        this.circleText = circleText;
        this.tags = tags;
        this.pulse = pulse;
        this.traces = traces;
        this.drafts = drafts;
        this.events = events;
        this.findable = findable;
        this.scrutiny = scrutiny;
    }

    /**
     * A post to be written.
     *
     * @param tags names of tags that the circle has
     * @param publishAt when to publish it, or null for now
     */
    public record Asked(
            PostId id,
            @Nullable String title,
            @Nullable String text,
            List<String> tags,
            @Nullable Instant publishAt) {}

    /** What came of it: {@code number} is null while it waits for its moment, or for the staff. */
    public record Written(PostId id, @Nullable Long number, boolean held) {}

    /** What becomes of it at once. */
    private record Fate(@Nullable Long number, boolean held, Instant now) {
        String state() {
            return held ? "held" : number == null ? "scheduled" : "live";
        }

        @Nullable
        Instant publishedAt() {
            return number == null ? null : now;
        }
    }

    @Transactional
    public Written write(Speaker speaker, Asked asked) {
        var now = clock.instant();
        var text = PostText.of(asked.title(), asked.text());
        text.check();
        checkMoment(asked.publishAt(), now);
        var known = known(speaker, asked.id(), text);
        if (known != null) {
            return known;
        }
        var held = scrutiny.look(speaker, new Scrutiny.Words(Matter.POST, asked.id(), text.title(), text.body(), false))
                .isHeld();
        var face = speaker.member().face();
        var done = circleText.hold(face, asked.id().holder(), text.body(), circleText.render(face, text.body()));

        for (var tag : tags(speaker, asked.tags())) {
            tags.add(speaker.circle(), asked.id(), tag, null);
        }
        drafts.forget(speaker.account(), speaker.circle(), null);
        var number = asked.publishAt() == null && !held ? number(speaker, asked.id(), now) : null;
        if (!insert(speaker, asked, text, done, new Fate(number, held, now))) {
            return secondOfTwo(speaker, asked, text, number);
        }
        if (number != null) {
            tags.shown(speaker.circle(), asked.id(), number);
            traces.wrote(speaker.member(), number);
            findable.post(speaker.circle(), asked.id());
            events.publish(new PostPublished(
                    speaker.circle(),
                    asked.id(),
                    number,
                    speaker.account(),
                    speaker.member().role(),
                    speaker.member().standing().alias(),
                    text.title(),
                    done.excerpt(),
                    done.mentioned(),
                    now));
        }
        return new Written(asked.id(), number, held);
    }

    static void checkMoment(@Nullable Instant publishAt, Instant now) {
        new Faults()
                .require(publishAt == null || publishAt.isAfter(now), "publishAt", "post.moment-past")
                .require(
                        publishAt == null || publishAt.isBefore(now.plus(FURTHEST)), "publishAt", "post.moment-too-far")
                .refuse();
    }

    private List<TagId> tags(Speaker speaker, List<String> names) {
        return names.stream()
                .filter(name -> !name.isBlank())
                .map(name -> tags.named(speaker.circle(), name)
                        .orElseThrow(() -> Refusal.invalid("tags", "tag.unknown"))
                        .id())
                .distinct()
                .toList();
    }

    private long number(Speaker speaker, PostId id, Instant now) {
        tags.showing(speaker.circle(), id);
        return pulse.nextPost(speaker.circle(), now);
    }

    private boolean insert(Speaker speaker, Asked asked, PostText text, CircleText.Done done, Fate fate) {
        return db.sql("""
                insert into content.post
                       (circle_id, post_id, number, author_id, title, body, html, excerpt, pictures, picture_count, minutes,
                        mentioned, state, created_at, publish_at, published_at, active_at, held_at)
                values (:circle, :id, :number, :author, :title, :body, :html, :excerpt, :pictures, :pictureCount, :minutes,
                        :mentioned, :state, :now, :publishAt, :publishedAt, :publishedAt, :heldAt)
                on conflict (circle_id, post_id) do nothing
                """)
                        .with("circle", speaker.circle())
                        .with("id", asked.id())
                        .with("number", fate.number())
                        .with("author", speaker.account())
                        .with("title", text.title())
                        .with("body", text.body())
                        .with("html", done.html())
                        .with("excerpt", done.excerpt())
                        .withTexts("pictures", done.pictures())
                        .with("pictureCount", done.pictureCount())
                        .with("minutes", done.rendered().minutes())
                        .withIds("mentioned", done.mentioned())
                        .with("state", fate.state())
                        .with("now", fate.now())
                        .with("publishAt", asked.publishAt())
                        .with("publishedAt", fate.publishedAt())
                        .with("heldAt", fate.held() ? fate.now() : null)
                        .run()
                == 1;
    }

    /** The other one was faster: its post is this one's too. The number taken here stays a gap. */
    private Written secondOfTwo(Speaker speaker, Asked asked, PostText text, @Nullable Long number) {
        if (number != null) {
            pulse.countPosts(speaker.circle(), -1);
        }
        return Objects.requireNonNull(known(speaker, asked.id(), text));
    }

    /** What stands under this id already; other words under it are somebody's mistake, not a repetition. */
    private @Nullable Written known(Speaker speaker, PostId id, PostText text) {
        record Row(boolean same, @Nullable Long number, boolean held) {}
        var row = db.sql("""
                select author_id = :author and title = :title and body = :body, number, state = 'held'
                  from content.post
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", speaker.circle())
                .with("id", id)
                .with("author", speaker.account())
                .with("title", text.title())
                .with("body", text.body())
                .maybe((found, n) -> new Row(found.getBoolean(1), found.getObject(2, Long.class), found.getBoolean(3)))
                .orElse(null);
        if (row == null) {
            return null;
        }
        if (!row.same()) {
            throw Refusal.conflict("post.made-already");
        }
        return new Written(id, row.number(), row.held());
    }
}
