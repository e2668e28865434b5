package app.teahouse.curation;

import app.teahouse.content.PostKey;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who picked a post as a highlight or took it back, and why. */
@Component
class HighlightLog {
    private final Db db;

    HighlightLog(Db db) {
        this.db = db;
    }

    List<HighlightEntry> of(Staff staff, PostKey key) {
        return db.sql("""
                select l.act = 'picked', m.alias, l.why, l.made_at
                  from curation.highlight_log l
                  join content.post p on p.circle_id = l.circle_id and p.post_id = l.post_id
                  left join members.membership m on m.circle_id = l.circle_id and m.account_id = l.account_id
                 where l.circle_id = :circle
                """)
                .and(key.number() != null, "and p.number = :number")
                .and(key.number() == null, "and p.post_id = :id")
                .and(true, "order by l.log_id desc limit 50")
                .with("circle", staff.circle())
                .with("number", key.number())
                .with("id", key.id())
                .all((row, n) ->
                        new HighlightEntry(row.getBoolean(1), row.getString(2), row.getString(3), Db.instant(row, 4)));
    }
}
