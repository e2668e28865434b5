package app.teahouse.membertags;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff give members tags and take them away, one by one and many at once, and decide what members suggest of themselves. */
@Component
public class GiveTags {
    /** As many as are chosen on a page of the list. */
    static final int MOST = 100;

    private final Db db;
    private final Members members;
    private final Events events;
    private final Clock clock;

    GiveTags(Db db, Members members, Events events, Clock clock) {
        this.db = db;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All of it or nothing. Giving what somebody has, or taking what they have not, changes nothing.
     *
     * @throws Refusal {@code member.unknown}, {@code member-tag.unknown}, {@code member-tag.too-many},
     *     {@code member-tag.too-many-members}
     */
    @Transactional
    public void change(
            Staff staff, Collection<Long> numbers, Collection<MemberTagId> given, Collection<MemberTagId> taken) {
        if (numbers.size() > MOST) {
            throw Refusal.conflict("member-tag.too-many-members").with("most", MOST);
        }
        var people = members.numbered(staff.circle(), numbers);
        if (people.size() < numbers.stream().distinct().count()) {
            throw Refusal.notFound("member.unknown");
        }
        var accounts = people.stream().map(MemberCard::account).toList();
        var now = clock.instant();
        for (var tag : held(staff.circle(), given, taken)) {
            if (given.contains(tag.id())) {
                tell(staff, tag, "tagged", put(staff, tag.id(), accounts, now), now);
            } else {
                tell(staff, tag, "untagged", take(staff.circle(), tag.id(), accounts), now);
            }
        }
        bound(staff.circle(), accounts);
    }

    private record Held(MemberTagId id, String name) {}

    /** Held in one order until the end, so that counts are right whoever gives what at once. */
    private List<Held> held(CircleId circle, Collection<MemberTagId> given, Collection<MemberTagId> taken) {
        var asked = Stream.concat(given.stream(), taken.stream()).distinct().toList();
        var found = db.sql("""
                select tag_id, name
                  from membertags.tag
                 where circle_id = :circle and tag_id = any(:tags) and state = 'live'
                 order by tag_id
                   for no key update
                """)
                .with("circle", circle)
                .withIds("tags", asked)
                .all((row, n) -> new Held(new MemberTagId(Db.uuid(row, 1)), row.getString(2)));
        if (found.size() < asked.size()) {
            throw Refusal.notFound("member-tag.unknown");
        }
        return found;
    }

    private List<AccountId> put(Staff staff, MemberTagId tag, List<AccountId> accounts, Instant now) {
        // What a rule or an answer gave is from now on given by hand: no rule takes it, and it counts as the word of
        // staff.
        db.sql("""
                update membertags.worn
                   set how = 'staff', set_by = :by, set_at = :now
                 where circle_id = :circle and tag_id = :tag and account_id = any(:accounts) and state = 'worn' and how in ('rule', 'answer')
                """)
                .with("circle", staff.circle())
                .with("tag", tag)
                .with("by", staff.account())
                .with("now", now)
                .withIds("accounts", accounts)
                .run();
        var changed = db.sql("""
                insert into membertags.worn (circle_id, account_id, tag_id, state, how, set_by, set_at)
                select :circle, a, :tag, 'worn', 'staff', :by, :now
                  from unnest(:accounts) a
                 order by a
                on conflict (circle_id, account_id, tag_id) do update
                   set state = 'worn', how = 'staff', set_by = excluded.set_by, set_at = excluded.set_at
                 where worn.state <> 'worn'
                returning account_id
                """)
                .with("circle", staff.circle())
                .with("tag", tag)
                .with("by", staff.account())
                .with("now", now)
                .withIds("accounts", accounts)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
        count(staff.circle(), tag, changed.size());
        return changed;
    }

    /** Also a wish that was declined: it may be suggested anew. */
    private List<AccountId> take(CircleId circle, MemberTagId tag, List<AccountId> accounts) {
        record Taken(AccountId account, boolean worn) {}
        var taken = db
                .sql("""
                delete from membertags.worn
                 where circle_id = :circle and tag_id = :tag and account_id = any(:accounts)
                returning account_id, state = 'worn'
                """)
                .with("circle", circle)
                .with("tag", tag)
                .withIds("accounts", accounts)
                .all((row, n) -> new Taken(new AccountId(Db.uuid(row, 1)), row.getBoolean(2)))
                .stream()
                .filter(Taken::worn)
                .map(Taken::account)
                .toList();
        count(circle, tag, -taken.size());
        return taken;
    }

    private void count(CircleId circle, MemberTagId tag, int change) {
        if (change != 0) {
            db.sql("""
                    update membertags.tag
                       set member_count = member_count + :change
                     where circle_id = :circle and tag_id = :tag
                    """)
                    .with("circle", circle)
                    .with("tag", tag)
                    .with("change", change)
                    .run();
        }
    }

    private void bound(CircleId circle, List<AccountId> accounts) {
        var beyond = db.sql("""
                select 1
                  from membertags.worn
                 where circle_id = :circle and account_id = any(:accounts) and state = 'worn'
                 group by account_id
                having count(*) > :most
                 limit 1
                """)
                .with("circle", circle)
                .withIds("accounts", accounts)
                .with("most", MemberTags.MOST_ON_A_MEMBER)
                .exists();
        if (beyond) {
            throw Refusal.conflict("member-tag.too-many").with("most", MemberTags.MOST_ON_A_MEMBER);
        }
    }

    /**
     * A rule gives a tag. Who has it already, wished for it or was declined is left as they are.
     *
     * @return how many it was given to
     * @throws Refusal {@code member-tag.unknown}
     */
    @Transactional
    public int giveByRule(CircleId circle, MemberTagId tag, Collection<AccountId> accounts) {
        return give(circle, tag, accounts, "rule");
    }

    /** As by a rule, but from a list of staff: no rule takes it. */
    @Transactional
    void giveFromList(CircleId circle, MemberTagId tag, Collection<AccountId> accounts) {
        give(circle, tag, accounts, "list");
    }

    /** Who has it already, wished for it or was declined is left as they are. */
    int give(CircleId circle, MemberTagId tag, Collection<AccountId> accounts, String how) {
        held(circle, List.of(tag), List.of());
        var given = db.sql("""
                insert into membertags.worn (circle_id, account_id, tag_id, state, how, set_at)
                select :circle, a, :tag, 'worn', :how, :now
                  from unnest(:accounts) a
                 where (select count(*)
                          from membertags.worn w
                         where w.circle_id = :circle and w.account_id = a and w.state = 'worn') < :most
                 order by a
                on conflict (circle_id, account_id, tag_id) do nothing
                """)
                .with("circle", circle)
                .with("tag", tag)
                .with("how", how)
                .with("now", clock.instant())
                .with("most", MemberTags.MOST_ON_A_MEMBER)
                .withIds("accounts", accounts)
                .run();
        count(circle, tag, given);
        return given;
    }

    /**
     * A rule takes what it gave, and nothing that was given by hand.
     *
     * @throws Refusal {@code member-tag.unknown}
     */
    @Transactional
    public void takeByRule(CircleId circle, MemberTagId tag, Collection<AccountId> accounts) {
        held(circle, List.of(tag), List.of());
        var taken = db.sql("""
                delete from membertags.worn
                 where circle_id = :circle and tag_id = :tag and account_id = any(:accounts) and state = 'worn' and how = 'rule'
                """)
                .with("circle", circle)
                .with("tag", tag)
                .withIds("accounts", accounts)
                .run();
        count(circle, tag, -taken);
    }

    private void tell(Staff staff, Held tag, String done, List<AccountId> accounts, Instant now) {
        if (!accounts.isEmpty()) {
            events.publish(new MemberTagged(staff.circle(), accounts, tag.name(), done, staff.account(), now));
        }
    }

    /**
     * Staff say yes or no to what a member suggested. What another decided a moment ago stays as it is.
     *
     * @throws Refusal {@code member.unknown}, {@code member-tag.unknown}
     */
    @Transactional
    public void decide(Staff staff, long number, MemberTagId id, boolean yes) {
        var member = members.numbered(staff.circle(), number).orElseThrow(() -> Refusal.notFound("member.unknown"));
        var tag = held(staff.circle(), List.of(id), List.of()).getFirst();
        var now = clock.instant();
        var decided = db.sql("""
                update membertags.worn
                   set state = :state, set_by = :by, set_at = :now
                 where circle_id = :circle and account_id = :account and tag_id = :tag and state = 'wished'
                """)
                .with("circle", staff.circle())
                .with("account", member.account())
                .with("tag", id)
                .with("state", yes ? Worn.State.WORN : Worn.State.DECLINED)
                .with("by", staff.account())
                .with("now", now)
                .run();
        if (decided == 0) {
            return;
        }
        if (yes) {
            count(staff.circle(), id, 1);
            bound(staff.circle(), List.of(member.account()));
        }
        tell(staff, tag, yes ? "tagged" : "tag_declined", List.of(member.account()), now);
    }
}
