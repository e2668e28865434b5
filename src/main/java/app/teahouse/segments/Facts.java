package app.teahouse.segments;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Id;
import app.teahouse.members.ReadingKept;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what is known of members anew from where it is kept. Nothing is added up from event to event, so hearing of one thing
 * twice, or of two in the wrong order, changes nothing.
 */
@Component
class Facts implements ReadingKept {
    static final Duration LATELY = Duration.ofDays(30);

    /** More of one person in a month say no more about them. */
    private static final int MOST = 1000;

    private final Db db;
    private final Circles circles;

    Facts(Db db, Circles circles) {
        this.db = db;
        this.circles = circles;
    }

    Moment moment(CircleId circle, Instant now) {
        return circles.byId(circle)
                .map(Circle::face)
                .map(Face::zone)
                .map(zone -> Moment.at(now, zone))
                .orElseGet(() -> Moment.at(now, java.time.ZoneOffset.UTC));
    }

    private record From(UUID value) implements Id {
        static From at(Instant moment) {
            return new From(new UUID(moment.toEpochMilli() << 16, 0));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void refresh(CircleId circle, Collection<AccountId> accounts, Instant now) {
        if (accounts.isEmpty()) {
            return;
        }
        hold(circle, accounts);
        write(circle, accounts, moment(circle, now));
        db.sql("""
                delete from segments.fact f
                 where f.circle_id = :circle and f.account_id = any(:accounts)
                   and not exists (select 1
                                     from members.membership m
                                    where m.circle_id = :circle and m.account_id = f.account_id and m.state = 'active')
                """).with("circle", circle).withIds("accounts", accounts).run();
    }

    /** Held before they are read, so that of two who look at once the later one writes what is true then. */
    private void hold(CircleId circle, Collection<AccountId> accounts) {
        db.sql("""
                select account_id
                  from segments.fact
                 where circle_id = :circle and account_id = any(:accounts)
                 order by account_id
                   for no key update
                """).with("circle", circle).withIds("accounts", accounts).all((row, n) -> Db.uuid(row, 1));
    }

    private void write(CircleId circle, Collection<AccountId> accounts, Moment moment) {
        var since = moment.now().minus(LATELY);
        db.sql("""
                insert into segments.fact as f
                       (circle_id, account_id, role, joined_at, seen_at, seen_day, plan_id, source, ends_at,
                        posts, written, wrote_at, reads, read_at)
                select m.circle_id, m.account_id, m.role, m.joined_at, m.seen_at, cast(m.seen_at at time zone :zone as date),
                       case when p.source <> 'over' then coalesce(s.plan_id, p.plan_id) end, coalesce(p.source, 'none'), p.ends_at,
                       w.posts, w.lately + c.lately, greatest(w.wrote_at, c.wrote_at),
                       case when not m.discreet then r.reads end, r.read_at
                  from members.membership m
                  left join passes.pass p on p.circle_id = m.circle_id and p.account_id = m.account_id
                  left join lateral (select x.plan_id
                                       from passes.span x
                                      where x.circle_id = :circle and x.account_id = m.account_id and x.ended_at is null
                                        and x.first_day <= cast(:today as date) and coalesce(x.last_day >= cast(:today as date), true)
                                      order by x.made_at desc, x.span_id desc
                                      limit 1) s on true
                  cross join lateral (select count(*) as posts, max(x.published_at) as wrote_at,
                                             count(*) filter (where x.published_at > :since) as lately
                                        from (select published_at
                                                from content.post
                                               where circle_id = :circle and author_id = m.account_id and state = 'live'
                                               order by number desc
                                               limit :most) x) w
                  cross join lateral (select count(*) filter (where x.comment_id >= :from and x.state = 'live') as lately,
                                             max(x.made_at) as wrote_at
                                        from (select comment_id, state, made_at
                                                from comments.comment
                                               where circle_id = :circle and author_id = m.account_id and byline is null
                                                 and state in ('live', 'hidden')
                                               order by comment_id desc
                                               limit :most) x) c
                  cross join lateral (select count(*) as reads, max(x.finished_at) as read_at
                                        from (select finished_at
                                                from reading.position
                                               where circle_id = :circle and account_id = m.account_id and not m.discreet
                                                 and finished_at > :since and not discreet
                                               order by finished_at desc
                                               limit :most) x) r
                 where m.circle_id = :circle and m.account_id = any(:accounts) and m.state = 'active'
                 order by m.account_id
                on conflict (circle_id, account_id) do update
                   set role = excluded.role, joined_at = excluded.joined_at, seen_at = excluded.seen_at,
                       seen_bits = case when excluded.seen_day > f.seen_day
                                        then cast((cast(f.seen_bits as bit(28)) << (excluded.seen_day - f.seen_day))
                                                  | cast(1 as bit(28)) as integer)
                                        else f.seen_bits end,
                       seen_day = greatest(f.seen_day, excluded.seen_day), plan_id = excluded.plan_id, source = excluded.source,
                       ends_at = excluded.ends_at, posts = excluded.posts, written = excluded.written, wrote_at = excluded.wrote_at,
                       reads = excluded.reads, read_at = excluded.read_at
                """)
                .with("circle", circle)
                .withIds("accounts", accounts)
                .with("zone", moment.zone().getId())
                .with("today", moment.today())
                .with("since", since)
                .with("from", From.at(since))
                .with("most", MOST)
                .run();
    }

    /** What was read by who wants to keep it to themselves is forgotten with the choice, not some time after it. */
    @Override
    public void chosen(CircleId circle, AccountId account, boolean discreet) {
        if (discreet) {
            db.sql("""
                    update segments.fact
                       set reads = null, read_at = null
                     where circle_id = :circle and account_id = :account
                    """).with("circle", circle).with("account", account).run();
        }
    }
}
