package app.teahouse.offline;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list: a post, or another list.
 *
 * @param path from the top
 * @param facts small words behind it
 */
public record Line(String path, String name, String facts) {

    /** A post as lists read it: number, title, excerpt, published_at, author's name. */
    record Brief(
            long number, String title, Instant at, @Nullable String author) {
        static Brief read(ResultSet row) throws SQLException {
            var title = row.getString(2);
            return new Brief(
                    row.getLong(1),
                    title.isEmpty() ? Posts.shortened(row.getString(3)) : title,
                    Db.instant(row, 4),
                    row.getString(5));
        }

        Line line(Disk disk) {
            return new Line(Disk.post(number), title, disk.author(author) + " · " + disk.day(at));
        }
    }
}
