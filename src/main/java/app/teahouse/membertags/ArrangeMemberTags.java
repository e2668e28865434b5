package app.teahouse.membertags;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Look;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff make, change, merge and drop member tags. A name stands for one tag in a circle, whatever its group. */
@Component
public class ArrangeMemberTags {
    private static final String SEPARATORS = ",，、;；/\n\t";

    private final Db db;
    private final Events events;
    private final Clock clock;

    ArrangeMemberTags(Db db, Events events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** @param heading asked for {@link Grouping#CUSTOM} only */
    public record Wish(Grouping grouping, String heading, String name, String colour, String description) {

        static Grouping grouping(String name) {
            return Arrays.stream(Grouping.values())
                    .filter(grouping -> Db.name(grouping).equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("grouping", "field.unknown-choice"));
        }

        Wish fit() {
            var custom = grouping == Grouping.CUSTOM;
            var plain = name.strip().replaceFirst("^[#＃]+", "").strip();
            var faults = new Faults()
                    .text("name", plain, 30)
                    .require(plain.chars().noneMatch(c -> SEPARATORS.indexOf(c) >= 0), "name", "tag.unfit")
                    .atMost("description", description, 200)
                    .require(Look.COLOURS.contains(colour), "colour", "field.unknown-choice");
            if (custom) {
                faults.text("heading", heading, 30);
            }
            faults.refuse();
            return new Wish(grouping, custom ? heading.strip() : "", plain, colour, description.strip());
        }
    }

    /** @throws Refusal {@code tag.name-taken}, {@code tag.circle-full} */
    @Transactional
    public MemberTagId make(Staff staff, Wish wish) {
        var fit = wish.fit();
        free(staff.circle(), fit, null);
        var many = db.sql("select count(*) from membertags.tag where circle_id = :circle and state = 'live'")
                .with("circle", staff.circle())
                .one(Long.class);
        if (many >= MemberTags.MOST_IN_A_CIRCLE) {
            throw Refusal.conflict("tag.circle-full").with("most", MemberTags.MOST_IN_A_CIRCLE);
        }
        var id = new MemberTagId(Ids.next());
        try {
            db.sql("""
                    insert into membertags.tag
                           (circle_id, tag_id, grouping, heading, name, folded, sort_key, colour, description, made_by, made_at)
                    values (:circle, :id, :grouping, :heading, :name, :folded, :sortKey, :colour, :description, :by, :now)
                    """)
                    .with("circle", staff.circle())
                    .with("id", id)
                    .with("grouping", fit.grouping())
                    .with("heading", fit.heading())
                    .with("name", fit.name())
                    .with("folded", Folding.folded(fit.name()))
                    .with("sortKey", Folding.sortKey(fit.name()))
                    .with("colour", fit.colour())
                    .with("description", fit.description())
                    .with("by", staff.account())
                    .with("now", clock.instant())
                    .run();
        } catch (DuplicateKeyException _) {
            throw Refusal.invalid("name", "tag.name-taken");
        }
        Differences.say("name", "", fit.name());
        return id;
    }

    /** The tag of this name, made anew under a heading if there is none; nothing if the name does not fit, or there are too many. */
    Optional<MemberTagId> named(CircleId circle, String heading, String name) {
        Wish fit;
        try {
            fit = new Wish(Grouping.CUSTOM, heading, name, "ink", "").fit();
        } catch (Refusal _) {
            return Optional.empty();
        }
        db.sql("""
                insert into membertags.tag
                       (circle_id, tag_id, grouping, heading, name, folded, sort_key, colour, made_at)
                select :circle, :id, :grouping, :heading, :name, :folded, :sortKey, :colour, :now
                 where (select count(*) from membertags.tag where circle_id = :circle and state = 'live') < :most
                on conflict (circle_id, folded) where state = 'live' do nothing
                """)
                .with("circle", circle)
                .with("id", Ids.next())
                .with("grouping", fit.grouping())
                .with("heading", fit.heading())
                .with("name", fit.name())
                .with("folded", Folding.folded(fit.name()))
                .with("sortKey", Folding.sortKey(fit.name()))
                .with("colour", fit.colour())
                .with("now", clock.instant())
                .with("most", MemberTags.MOST_IN_A_CIRCLE)
                .run();
        return db.sql(
                        "select tag_id from membertags.tag where circle_id = :circle and folded = :folded and state = 'live'")
                .with("circle", circle)
                .with("folded", Folding.folded(fit.name()))
                .maybe((row, n) -> new MemberTagId(Db.uuid(row, 1)));
    }

    private void free(CircleId circle, Wish fit, @Nullable MemberTagId own) {
        var taken = db.sql("""
                select 1
                  from membertags.tag
                 where circle_id = :circle and folded = :folded and state = 'live' and tag_id is distinct from :own::uuid
                """)
                .with("circle", circle)
                .with("folded", Folding.folded(fit.name()))
                .with("own", own)
                .exists();
        if (taken) {
            throw Refusal.invalid("name", "tag.name-taken");
        }
    }

    /** @throws Refusal {@code member-tag.unknown}, {@code tag.name-taken} */
    @Transactional
    public void change(Staff staff, MemberTagId id, Wish wish) {
        var fit = wish.fit();
        var was = lock(staff.circle(), id);
        free(staff.circle(), fit, id);
        Differences.say("name", was.name(), fit.name());
        Differences.say("colour", was.colour(), fit.colour());
        Differences.say("grouping", grouping(was), grouping(fit));
        Differences.say("description", was.description(), fit.description());
        try {
            db.sql("""
                    update membertags.tag
                       set grouping = :grouping, heading = :heading, name = :name, folded = :folded, sort_key = :sortKey,
                           colour = :colour, description = :description
                     where circle_id = :circle and tag_id = :id
                    """)
                    .with("circle", staff.circle())
                    .with("id", id)
                    .with("grouping", fit.grouping())
                    .with("heading", fit.heading())
                    .with("name", fit.name())
                    .with("folded", Folding.folded(fit.name()))
                    .with("sortKey", Folding.sortKey(fit.name()))
                    .with("colour", fit.colour())
                    .with("description", fit.description())
                    .run();
        } catch (DuplicateKeyException _) {
            throw Refusal.invalid("name", "tag.name-taken");
        }
    }

    /**
     * Whoever has the one has the other instead; members follow in steps ({@link MoveWorn}).
     *
     * @throws Refusal {@code member-tag.unknown}, {@code tag.merge-itself}
     */
    @Transactional
    public void merge(Staff staff, MemberTagId from, MemberTagId into) {
        if (from.equals(into)) {
            throw Refusal.invalid("into", "tag.merge-itself");
        }
        // In one order, so that two opposite merges do not wait for each other.
        var names = new HashMap<MemberTagId, String>();
        Stream.of(from, into)
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(tag -> names.put(tag, lock(staff.circle(), tag).name()));
        Differences.say("name", names.get(from), names.get(into));
        db.sql("""
                update membertags.tag
                   set state = 'merged', merged_into = :into
                 where circle_id = :circle and (tag_id = :from or merged_into = :from)
                """)
                .with("circle", staff.circle())
                .with("from", from)
                .with("into", into)
                .run();
        events.publish(new MemberTagEnded(staff.circle(), from, into));
    }

    /** Members lose it in steps. Dropping what is gone changes nothing. */
    @Transactional
    public void drop(Staff staff, MemberTagId id) {
        Differences.say("name", name(staff.circle(), id), "");
        var dropped = db.sql("""
                update membertags.tag
                   set state = 'dropped', merged_into = null
                 where circle_id = :circle and (tag_id = :id and state = 'live' or merged_into = :id)
                """).with("circle", staff.circle()).with("id", id).run();
        if (dropped > 0) {
            events.publish(new MemberTagEnded(staff.circle(), id, null));
        }
    }

    private String name(CircleId circle, MemberTagId id) {
        return db.sql("select name from membertags.tag where circle_id = :circle and tag_id = :id and state = 'live'")
                .with("circle", circle)
                .with("id", id)
                .maybe(String.class)
                .orElse("");
    }

    private static String grouping(Wish wish) {
        return wish.heading().isEmpty() ? Db.name(wish.grouping()) : wish.heading();
    }

    /** Answers how it is. */
    private Wish lock(CircleId circle, MemberTagId id) {
        return db.sql("""
                select grouping, heading, name, colour, description
                  from membertags.tag
                 where circle_id = :circle and tag_id = :id and state = 'live'
                   for no key update
                """)
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> new Wish(
                        Db.constant(Grouping.class, row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .orElseThrow(() -> Refusal.notFound("member-tag.unknown"));
    }

    /** Whether members see and suggest their own expertise. */
    @Transactional
    public void choose(Staff staff, boolean own) {
        Differences.say("own", !own, own);
        db.sql("""
                insert into membertags.choice (circle_id, own)
                values (:circle, :own)
                on conflict (circle_id) do update set own = excluded.own
                """).with("circle", staff.circle()).with("own", own).run();
    }
}
