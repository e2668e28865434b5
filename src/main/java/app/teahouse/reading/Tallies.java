package app.teahouse.reading;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps beside each post how many read it, so that no page counts rows of readers. */
@Component
public class Tallies {
    private final Db db;

    Tallies(Db db) {
        this.db = db;
    }

    /** Last in a transaction, in the order of the posts: popular posts are what many wait for. */
    void add(CircleId circle, Sums sums) {
        if (sums.numbers().isEmpty()) {
            return;
        }
        db.sql("""
                insert into reading.tally as t
                       (circle_id, number, readers, finished, discreet_readers, discreet_finished, seconds, stops)
                select :circle, n.number, n.readers, n.finished, n.discreet_readers, n.discreet_finished, n.seconds,
                       array(select s.readers
                               from unnest(cast(:stops as integer[])) with ordinality as s (readers, place)
                              where (s.place - 1) / 10 = n.place - 1
                              order by s.place)
                  from unnest(:numbers, :readers, :finished, :discreetReaders, :discreetFinished, :seconds) with ordinality
                       as n (number, readers, finished, discreet_readers, discreet_finished, seconds, place)
                 order by n.number
                on conflict (circle_id, number) do update
                   set readers = t.readers + excluded.readers,
                       finished = t.finished + excluded.finished,
                       discreet_readers = t.discreet_readers + excluded.discreet_readers,
                       discreet_finished = t.discreet_finished + excluded.discreet_finished,
                       seconds = t.seconds + excluded.seconds,
                       stops = array(select b.readers + b.more
                                       from unnest(t.stops, excluded.stops) with ordinality as b (readers, more, place)
                                      order by b.place)
                """)
                .with("circle", circle)
                .withNumbers("numbers", sums.numbers())
                .withInts("readers", sums.readers())
                .withInts("finished", sums.finished())
                .withInts("discreetReaders", sums.discreetReaders())
                .withInts("discreetFinished", sums.discreetFinished())
                .withInts("seconds", sums.seconds())
                .withInts("stops", sums.stops())
                .run();
    }

    /** Counts a circle's posts anew from their rows: for who brings the rows in otherwise than by reading. */
    @Transactional
    public void recount(CircleId circle) {
        db.sql("delete from reading.tally where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("""
                insert into reading.tally
                       (circle_id, number, readers, finished, discreet_readers, discreet_finished, seconds, stops)
                select circle_id, number,
                       count(*) filter (where not discreet),
                       count(finished_at) filter (where not discreet),
                       count(*) filter (where discreet),
                       count(finished_at) filter (where discreet),
                       coalesce(sum(seconds) filter (where not discreet), 0),
                       array[count(*) filter (where not discreet and part < 100),
                             count(*) filter (where not discreet and part / 100 = 1),
                             count(*) filter (where not discreet and part / 100 = 2),
                             count(*) filter (where not discreet and part / 100 = 3),
                             count(*) filter (where not discreet and part / 100 = 4),
                             count(*) filter (where not discreet and part / 100 = 5),
                             count(*) filter (where not discreet and part / 100 = 6),
                             count(*) filter (where not discreet and part / 100 = 7),
                             count(*) filter (where not discreet and part / 100 = 8),
                             count(*) filter (where not discreet and part >= 900)]
                  from reading.position
                 where circle_id = :circle
                 group by circle_id, number
                """).with("circle", circle).run();
    }
}
