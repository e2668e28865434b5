package app.teahouse.columns;

import app.teahouse.content.Posts;
import app.teahouse.guard.Asked;
import app.teahouse.guard.Closed;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Lock;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closes a post to a member for as long as each of its places in published columns says so: one open place opens it, everywhere in the
 * circle. A place is open if the reader's plan opens its column and it is open by itself. What somebody has done stays open to them, even if something else now stands before it.
 */
@Component
class ColumnLock implements Lock {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;

    ColumnLock(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return Latches.ROOM;
    }

    private record Key(UUID circle, UUID post) {
        static Key of(Guarded post) {
            return new Key(post.circle().value(), post.post().value());
        }
    }

    /**
     * @param leastTier from which tier on the column is open, 0 in a circle that costs nothing
     * @param plan the least one that opens it and can be bought, or null
     * @param before the part before it that is still to be done, or null
     */
    private record Place(
            Key post,
            Opening opening,
            int leastTier,
            @Nullable String plan,
            @Nullable UUID madeBy,
            @Nullable Long before,
            String beforeTitle) {}

    @Override
    public Map<Guarded, Closed> closed(Collection<Asked> asked, Instant now) {
        var places = new HashMap<Key, List<Place>>();
        places(asked)
                .forEach(place -> places.computeIfAbsent(place.post(), _ -> new ArrayList<>())
                        .add(place));
        var closed = new HashMap<Guarded, Closed>();
        for (var one : asked) {
            var its = places.getOrDefault(Key.of(one.post()), List.of());
            why(one.reader(), its, now).ifPresent(why -> closed.put(one.post(), why));
        }
        return closed;
    }

    /** Nothing if one place is open; else the reason of the one that opens first. */
    private static Optional<Closed> why(Reader reader, List<Place> places, Instant now) {
        var reasons = places.stream().map(place -> why(reader, place, now)).toList();
        return reasons.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : reasons.stream()
                        .flatMap(Optional::stream)
                        .min(Comparator.comparing(Closed::at, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                                .thenComparingInt(Closed::tier));
    }

    private static Optional<Closed> why(Reader reader, Place place, Instant now) {
        var account = reader.account();
        if (reader.role() == Role.GUEST_EXPERT
                && account != null
                && account.value().equals(place.madeBy())) {
            return Optional.empty();
        }
        if (!reader.reaches(place.leastTier())) {
            return Optional.of(Closed.tier(place.leastTier(), place.plan()));
        }
        return switch (place.opening()) {
            case Opening.AtOnce() -> Optional.empty();
            case Opening.OnDay day ->
                Optional.of(day.at(Instant.EPOCH, reader.circle().zone()))
                        .filter(now::isBefore)
                        .map(Closed::on);
            case Opening.AfterBefore() ->
                Optional.ofNullable(place.before())
                        .map(number -> Closed.after(number, Posts.named(place.beforeTitle(), "", number)));
            case Opening.AfterJoining joining -> joining(reader, joining, now);
        };
    }

    private static Optional<Closed> joining(Reader reader, Opening.AfterJoining opening, Instant now) {
        var joinedAt = reader.joinedAt();
        if (joinedAt == null) {
            return Optional.of(Closed.joining(opening.days(), null));
        }
        var at = opening.at(joinedAt, reader.circle().zone());
        return now.isBefore(at) ? Optional.of(Closed.joining(opening.days(), at)) : Optional.empty();
    }

    private record Account(UUID value) implements Id {}

    /** A column is small, so the whole of it is put in order to find what stands before a part. */
    private List<Place> places(Collection<Asked> asked) {
        return db.sql("""
                with asked as (
                    select x.circle_id, x.account_id, x.post_id
                      from unnest(:circles, :readers, :posts) as x (circle_id, account_id, post_id)),
                involved as (
                    select distinct a.circle_id, a.account_id, c.column_id, c.made_by, c.opens, c.opens_on, c.opens_days,
                           case when k.price = 'paid' then c.least_tier else 0 end as least_tier
                      from asked a
                      join columns.item i on i.circle_id = a.circle_id and i.post_id = a.post_id
                      join columns.series c
                        on c.circle_id = i.circle_id and c.column_id = i.column_id and c.published_at is not null
                      join circles.circle k on k.circle_id = c.circle_id),
                line as (
                    select v.circle_id, v.account_id, v.made_by, v.least_tier, i.post_id, coalesce(i.opens, v.opens) as opens,
                           case when i.opens is null then v.opens_on else i.opens_on end as opens_on,
                           case when i.opens is null then v.opens_days else i.opens_days end as opens_days,
                           lag(i.post_id) over w as before_id, lag(p.number) over w as before, lag(p.title) over w as before_title
                      from involved v
                      join columns.item i on i.circle_id = v.circle_id and i.column_id = v.column_id
                      join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                      left join columns.section s
                        on s.circle_id = i.circle_id and s.column_id = i.column_id and s.section_id = i.section_id
                    window w as (partition by v.circle_id, v.column_id order by s.position nulls first, i.position, i.post_id))
                select l.circle_id, l.post_id, l.opens, l.opens_on, l.opens_days, l.made_by,
                       case when l.opens = 'after_before'
                             and not exists (select 1
                                               from columns.done d
                                              where d.circle_id = l.circle_id and d.account_id = l.account_id
                                                and d.post_id in (l.before_id, l.post_id))
                            then l.before end,
                       coalesce(l.before_title, ''), l.least_tier,
                       case when l.least_tier > 0
                            then (select n.name
                                    from plans.plan n
                                   where n.circle_id = l.circle_id and n.state = 'on_sale' and n.tier >= l.least_tier
                                   order by n.tier, n.number
                                   limit 1) end
                  from asked a
                  join line l on l.circle_id = a.circle_id and l.post_id = a.post_id
                """)
                .withIds(
                        "circles",
                        asked.stream().map(one -> one.post().circle()).toList())
                .withIds("readers", asked.stream().map(ColumnLock::account).toList())
                .withIds("posts", asked.stream().map(one -> one.post().post()).toList())
                .all((row, n) -> place(row));
    }

    private static Account account(Asked asked) {
        var account = asked.reader().account();
        return new Account(account == null ? NOBODY : account.value());
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                new Key(Db.uuid(row, 1), Db.uuid(row, 2)),
                java.util.Objects.requireNonNull(Opening.read(row, 3)),
                row.getInt(9),
                row.getString(10),
                Db.maybeUuid(row, 6),
                row.getObject(7, Long.class),
                row.getString(8));
    }
}
