package app.teahouse.columns;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Tells of a column once in its life: when it is published and something stands in it, whichever comes last. Called in the transaction of
 * what may bring that about. What is taken back and published again is no news.
 */
@Component
class Announcement {
    private final Db db;
    private final Events events;
    private final Clock clock;

    Announcement(Db db, Events events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    void ifReady(Speaker speaker, ColumnId column) {
        var now = clock.instant();
        db.sql("""
                update columns.series c
                   set announced_at = :now
                 where c.circle_id = :circle and c.column_id = :column and c.announced_at is null and c.published_at is not null
                   and exists (select 1
                                 from columns.item i
                                 join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                                where i.circle_id = c.circle_id and i.column_id = c.column_id)
                returning c.number, c.name, c.promise
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("now", now)
                .maybe((row, n) -> new ColumnPublished(
                        speaker.circle(),
                        column,
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        speaker.account(),
                        speaker.member().standing().alias(),
                        now))
                .ifPresent(events::publish);
    }
}
