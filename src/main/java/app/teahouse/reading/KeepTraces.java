package app.teahouse.reading;

import app.teahouse.kernel.Db;
import app.teahouse.members.Seen;
import app.teahouse.reading.Traces.Reader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a member saw of a feed. Written twice, or by two nodes in any order, it comes to the same. */
@Component
class KeepTraces {
    /** After a pause this long, looking at the feed is a new visit, and "you stopped here" moves. */
    private static final Duration VISIT = Duration.ofMinutes(30);

    /** Opened posts remembered above the mark; beyond it the mark follows, and the oldest unread posts count as read. */
    private static final int MOST_OPENED = 1_000;

    private final Db db;
    private final Clock clock;
    private final Seen seen;

    KeepTraces(Db db, Clock clock, Seen seen) {
        this.db = db;
        this.clock = clock;
        this.seen = seen;
    }

    @Transactional
    void keep(Reader reader, Trace trace) {
        if (!trace.opened.isEmpty()) {
            keepOpened(reader, List.copyOf(trace.opened));
            moveMark(reader);
        }
        if (trace.top != null) {
            keepTop(reader, trace.top);
        }
    }

    private void keepOpened(Reader reader, List<Long> numbers) {
        db.sql("""
                insert into reading.opened (circle_id, account_id, number)
                select m.circle_id, m.account_id, n.number
                  from members.membership m
                 cross join unnest(:numbers) as n (number)
                 where m.circle_id = :circle and m.account_id = :account and m.state = 'active'
                   and n.number > m.seen_number
                on conflict (circle_id, account_id, number) do nothing
                """)
                .with("circle", reader.circle())
                .with("account", reader.account())
                .withNumbers("numbers", numbers)
                .run();
    }

    /** Moves the mark over the opened posts that follow it, so that reading everything leaves nothing behind. */
    private void moveMark(Reader reader) {
        var opened = db.sql("""
                select number
                  from reading.opened
                 where circle_id = :circle and account_id = :account
                 order by number
                 limit 1100
                """)
                .with("circle", reader.circle())
                .with("account", reader.account())
                .all((row, n) -> row.getLong(1));
        var before = mark(reader);
        var mark = opened.size() > MOST_OPENED ? opened.get(opened.size() - MOST_OPENED) : before;
        for (var number : opened) {
            if (number == mark + 1) {
                mark = number;
            }
        }
        if (mark > before) {
            moveMark(reader, mark);
        }
    }

    private long mark(Reader reader) {
        return db.sql("select seen_number from members.membership where circle_id = :circle and account_id = :account")
                .with("circle", reader.circle())
                .with("account", reader.account())
                .maybe(Long.class)
                .orElse(Long.MAX_VALUE);
    }

    /** The mark moves, and what was opened below it need not be remembered. */
    @Transactional
    void moveMark(Reader reader, long number) {
        seen.moveTo(reader.circle(), reader.account(), number);
        db.sql("""
                delete from reading.opened
                 where circle_id = :circle and account_id = :account and number <= :number
                """)
                .with("circle", reader.circle())
                .with("account", reader.account())
                .with("number", number)
                .run();
    }

    private void keepTop(Reader reader, Trace.Top top) {
        var now = clock.instant();
        db.sql("""
                insert into reading.place as p
                       (circle_id, account_id, latest_at, latest_number, stop_at, stop_number, touched_at)
                values (:circle, :account, :at, :number, :at, :number, :now)
                on conflict (circle_id, account_id) do update
                   set stop_at = case when p.touched_at < :visit then p.latest_at else p.stop_at end,
                       stop_number = case when p.touched_at < :visit then p.latest_number else p.stop_number end,
                       latest_at = greatest(p.latest_at, excluded.latest_at),
                       latest_number = greatest(p.latest_number, excluded.latest_number),
                       touched_at = greatest(p.touched_at, excluded.touched_at)
                """)
                .with("circle", reader.circle())
                .with("account", reader.account())
                .with("at", top.activeAt())
                .with("number", top.number())
                .with("visit", now.minus(VISIT))
                .with("now", now)
                .run();
    }
}
