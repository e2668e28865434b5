package app.teahouse.reactions;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives and takes back reactions, within the transaction of the room whose thing it is, which then moves its own counter. */
@Component
public class Reactions {
    private final Db db;
    private final Clock clock;

    Reactions(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @throws Refusal {@code field.unknown-choice} */
    public static Kind kind(@Nullable String name) {
        for (var kind : Kind.values()) {
            if (Db.name(kind).equals(name == null ? "like" : name.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw Refusal.invalid("kind", "field.unknown-choice");
    }

    /** Answers by how many the reactions grew: 1, or 0 where this member had reacted before, perhaps in another way. */
    public int give(Speaker speaker, Id target, Kind kind) {
        var given = db.sql("""
                insert into reactions.reaction (circle_id, target_id, account_id, kind, made_at)
                values (:circle, :target, :account, :kind, :now)
                on conflict (circle_id, target_id, account_id) do nothing
                """)
                .with("circle", speaker.circle())
                .with("target", target)
                .with("account", speaker.account())
                .with("kind", kind)
                .with("now", clock.instant())
                .run();
        if (given == 1) {
            tally(speaker.circle(), target.value(), kind, 1);
            return 1;
        }
        exchange(speaker, target, kind);
        return 0;
    }

    private void exchange(Speaker speaker, Id target, Kind kind) {
        var before = locked(speaker.circle(), target, speaker.account());
        if (before.isEmpty() || before.get() == kind) {
            return;
        }
        db.sql("""
                update reactions.reaction
                   set kind = :kind, made_at = :now
                 where circle_id = :circle and target_id = :target and account_id = :account
                """)
                .with("circle", speaker.circle())
                .with("target", target)
                .with("account", speaker.account())
                .with("kind", kind)
                .with("now", clock.instant())
                .run();
        // Counters in the order of their names, so that two exchanges cannot wait for each other.
        var grows = Db.name(kind).compareTo(Db.name(before.get())) < 0;
        tally(speaker.circle(), target.value(), grows ? kind : before.get(), grows ? 1 : -1);
        tally(speaker.circle(), target.value(), grows ? before.get() : kind, grows ? -1 : 1);
    }

    /** Keeps the reaction from being changed by the same member's other browser meanwhile. */
    private Optional<Kind> locked(CircleId circle, Id target, AccountId account) {
        return db.sql("""
                select kind
                  from reactions.reaction
                 where circle_id = :circle and target_id = :target and account_id = :account
                   for update
                """)
                .with("circle", circle)
                .with("target", target)
                .with("account", account)
                .maybe((row, n) -> Db.constant(Kind.class, row.getString(1)));
    }

    /** Answers by how many the reactions shrank: 1 or 0. */
    public int takeBack(Member member, Id target) {
        return takeBack(member.circle(), member.account(), target.value());
    }

    int takeBack(CircleId circle, AccountId account, UUID target) {
        var taken = db.sql("""
                delete from reactions.reaction
                 where circle_id = :circle and target_id = :target and account_id = :account
                returning kind
                """)
                .with("circle", circle)
                .with("target", target)
                .with("account", account)
                .all((row, n) -> Db.constant(Kind.class, row.getString(1)));
        for (var kind : taken) {
            tally(circle, target, kind, -1);
        }
        return taken.size();
    }

    private void tally(CircleId circle, UUID target, Kind kind, int change) {
        db.sql("""
                insert into reactions.tally as t (circle_id, target_id, kind, count)
                values (:circle, :target, :kind, greatest(0, :change))
                on conflict (circle_id, target_id, kind) do update set count = t.count + :change
                """)
                .with("circle", circle)
                .with("target", target)
                .with("kind", kind)
                .with("change", change)
                .run();
    }

    /** The kinds given to something, the commonest first. */
    public List<Tally> tallies(CircleId circle, Id target) {
        return db.sql("""
                select kind, count
                  from reactions.tally
                 where circle_id = :circle and target_id = :target and count > 0
                 order by count desc, kind
                """)
                .with("circle", circle)
                .with("target", target)
                .all((row, n) -> new Tally(Db.constant(Kind.class, row.getString(1)), row.getLong(2)));
    }

    /** Somebody who reacted. */
    public record Reactor(String alias, @Nullable String picture, long number, Kind kind) {}

    /** Who reacted, at most 200 of them: the figure explains itself. */
    public List<Reactor> reactors(CircleId circle, Id target) {
        return db.sql("""
                select m.alias, m.picture, m.number, r.kind
                  from reactions.reaction r
                  join members.membership m on m.circle_id = r.circle_id and m.account_id = r.account_id
                 where r.circle_id = :circle and r.target_id = :target
                 order by r.account_id
                 limit 200
                """)
                .with("circle", circle)
                .with("target", target)
                .all((row, n) -> new Reactor(
                        row.getString(1), row.getString(2), row.getLong(3), Db.constant(Kind.class, row.getString(4))));
    }
}
