package app.teahouse.tags;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Two tags become one: all names lead to the other at once, and the posts follow in steps, however many they are. */
@Component
class MergeTags implements Job {
    private static final int STEP = 500;

    private final Db db;
    private final TagShelf shelf;
    private final TransactionTemplate transaction;
    private final Findable findable;

    MergeTags(Db db, TagShelf shelf, TransactionTemplate transaction, Findable findable) {
        this.db = db;
        this.shelf = shelf;
        this.transaction = transaction;
        this.findable = findable;
    }

    @Transactional
    void merge(Staff staff, TagId from, TagId into) {
        if (from.equals(into)) {
            throw Refusal.invalid("into", "tag.merge-itself");
        }
        lock(staff.circle(), from, into);
        db.sql("""
                update tags.tag
                   set merged_into = :into
                 where circle_id = :circle and (tag_id = :from or merged_into = :from)
                """)
                .with("circle", staff.circle())
                .with("from", from)
                .with("into", into)
                .run();
        db.sql("update tags.name set tag_id = :into where circle_id = :circle and tag_id = :from")
                .with("circle", staff.circle())
                .with("from", from)
                .with("into", into)
                .run();
        move(staff.circle(), from, into);
    }

    /** Locks both in the order of their ids, so that two opposite merges cannot wait for each other. */
    private void lock(CircleId circle, TagId from, TagId into) {
        var names = new HashMap<TagId, String>();
        Stream.of(from, into)
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(tag -> names.put(tag, lock(circle, tag)));
        Differences.say("name", names.get(from), names.get(into));
    }

    private String lock(CircleId circle, TagId tag) {
        return db.sql("""
                select name
                  from tags.tag
                 where circle_id = :circle and tag_id = :tag and merged_into is null
                   for no key update
                """)
                .with("circle", circle)
                .with("tag", tag)
                .maybe(String.class)
                .orElseThrow(() -> Refusal.notFound("tag.unknown"));
    }

    @Override
    public String name() {
        return "tags.move-merged";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean step(Instant now) {
        record Merged(CircleId circle, TagId from, TagId into) {}
        var waiting = db.sql("""
                select t.circle_id, t.tag_id, t.merged_into
                  from tags.tag t
                 where t.merged_into is not null and t.post_count > 0
                 order by t.tag_id
                 limit 1
                """)
                .all((row, n) -> new Merged(
                        new CircleId(Db.uuid(row, 1)), new TagId(Db.uuid(row, 2)), new TagId(Db.uuid(row, 3))));
        for (var merged : waiting) {
            transaction.executeWithoutResult(_ -> {
                if (!move(merged.circle(), merged.from(), merged.into())) {
                    count(merged.circle(), merged.from(), 0);
                }
            });
        }
        return !waiting.isEmpty();
    }

    /** The post that carries a tag; posts live in a room above. */
    private record PostOf(UUID value) implements Id {}

    /** Moves the next posts; answers whether there were any. */
    private boolean move(CircleId circle, TagId from, TagId into) {
        shelf.changed(circle);
        record Carrier(PostOf post, boolean seen) {}
        List<Carrier> next = db.sql("""
                select post_id, number is not null
                  from tags.post_tag
                 where circle_id = :circle and tag_id = :from
                 order by post_id
                 limit 500
                """)
                .with("circle", circle)
                .with("from", from)
                .all((row, n) -> new Carrier(new PostOf(Db.uuid(row, 1)), row.getBoolean(2)));
        if (next.isEmpty()) {
            return false;
        }
        var last = next.getLast().post();
        findable.changed(
                circle, Findable.Kind.POST, next.stream().map(Carrier::post).toList());
        var added = db
                .sql("""
                insert into tags.post_tag (circle_id, post_id, tag_id, number)
                select circle_id, post_id, :into, number
                  from tags.post_tag
                 where circle_id = :circle and tag_id = :from and post_id <= :last
                on conflict (circle_id, post_id, tag_id) do nothing
                returning number is not null
                """)
                .with("circle", circle)
                .with("from", from)
                .with("into", into)
                .with("last", last)
                .all((row, n) -> row.getBoolean(1))
                .stream()
                .filter(seen -> seen)
                .count();
        db.sql("delete from tags.post_tag where circle_id = :circle and tag_id = :from and post_id <= :last")
                .with("circle", circle)
                .with("from", from)
                .with("last", last)
                .run();
        db.sql("update tags.tag set post_count = post_count + :added where circle_id = :circle and tag_id = :into")
                .with("circle", circle)
                .with("into", into)
                .with("added", added)
                .run();
        if (next.size() < STEP) {
            count(circle, from, 0);
        }
        return true;
    }

    private void count(CircleId circle, TagId tag, long posts) {
        db.sql("update tags.tag set post_count = :posts where circle_id = :circle and tag_id = :tag")
                .with("circle", circle)
                .with("tag", tag)
                .with("posts", posts)
                .run();
    }
}
