package app.teahouse.syndication;

import app.teahouse.kernel.Db;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The circles of the directory, the youngest first, with as many blocks of posts as a sitemap's index may name. */
@Component
class ListedCircles {
    static final int BLOCK = 10_000;
    static final int MOST_BLOCKS = 50_000;
    private static final int MOST_CIRCLES = 5_000;

    private final Db db;

    ListedCircles(Db db) {
        this.db = db;
    }

    record Block(String slug, long number) {}

    private record Row(String slug, long lastNumber) {}

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (var row : rows()) {
            var last = Math.max(0, row.lastNumber() - 1) / BLOCK;
            for (var number = 0L; number <= last && blocks.size() < MOST_BLOCKS; number++) {
                blocks.add(new Block(row.slug(), number));
            }
        }
        return blocks;
    }

    /** Of a circle that is not read in public, the last number that counts is that of its last preview. */
    private List<Row> rows() {
        return db.sql("""
                select c.slug,
                       case when c.public_reading
                            then p.last_number
                            else coalesce((select o.number
                                             from content.post o
                                            where o.circle_id = c.circle_id and o.state = 'live' and o.preview
                                            order by o.number desc
                                            limit 1), 0) end
                  from circles.circle c
                  join circles.pulse p on p.circle_id = c.circle_id
                 where c.visibility = 'listed' and c.state = 'active' and c.listing = 'approved'
                 order by c.circle_id desc
                 limit :most
                """).with("most", MOST_CIRCLES).all((row, n) -> new Row(row.getString(1), row.getLong(2)));
    }
}
