package app.teahouse.timeline;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a member. Moment, kind and id are its place among all that happened, whichever room tells it.
 *
 * @param text what it was about: a title, a name, or a word that programs have for it
 * @param quote words of people, or empty
 * @param path behind the circle's address, or empty
 * @param by who did it, where it was not the member
 */
public record Line(
        Instant at,
        String kind,
        UUID id,
        String text,
        String quote,
        String path,
        @Nullable AccountId by,
        @Nullable Money money) {

    /** As PostgreSQL sorts them, byte by byte; Java would take half of all ids for negative. */
    static final Comparator<Line> NEWEST_FIRST = Comparator.comparing(Line::at)
            .thenComparing(Line::kind)
            .thenComparing(line -> line.id().toString())
            .reversed();

    private record Known(UUID value) implements Id {}

    static Line read(ResultSet row, int number) throws SQLException {
        var by = Db.maybeUuid(row, 7);
        var currency = row.getString(9);
        return new Line(
                Db.instant(row, 1),
                row.getString(2),
                Db.uuid(row, 3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                by == null ? null : new AccountId(by),
                currency == null ? null : Money.of(row.getLong(8), currency));
    }

    /** Its id as it stands in addresses. */
    public String key() {
        return Ids.text(new Known(id));
    }

    public Line to(String way) {
        return new Line(at, kind, id, text, quote, way, by, money);
    }
}
