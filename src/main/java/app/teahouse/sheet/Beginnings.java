package app.teahouse.sheet;

import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Db;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says how neighbours begin that have no title and whose words were left out to be safe, if this reader may read them after all. Costs
 * nothing where each has a name.
 */
@Component
public class Beginnings {
    private final Db db;
    private final Guard guard;

    Beginnings(Db db, Guard guard) {
        this.db = db;
        this.guard = guard;
    }

    /** The beginnings of posts, by their numbers. */
    public record Known(Map<Long, String> excerpts) {
        public @Nullable Neighbour named(@Nullable Neighbour neighbour) {
            var excerpt = neighbour == null ? null : excerpts.get(neighbour.number());
            return neighbour == null || excerpt == null
                    ? neighbour
                    : new Neighbour(neighbour.number(), neighbour.title(), excerpt);
        }
    }

    private record Row(long number, String excerpt, Guarded post) {}

    public Known of(Reader reader, Collection<Neighbour> neighbours) {
        var nameless = neighbours.stream()
                .filter(Neighbour::isNameless)
                .map(Neighbour::number)
                .distinct()
                .toList();
        if (nameless.isEmpty()) {
            return new Known(Map.of());
        }
        var rows = rows(reader, nameless);
        var rulings = guard.of(reader, rows.stream().map(Row::post).toList());
        var excerpts = new HashMap<Long, String>();
        rows.stream()
                .filter(row -> rulings.of(row.post()).isOpen())
                .forEach(row -> excerpts.put(row.number(), row.excerpt()));
        return new Known(excerpts);
    }

    private List<Row> rows(Reader reader, List<Long> numbers) {
        return db.sql("""
                select p.number, p.excerpt,
                """ + Guarded.FACTS + """
                  from content.post p
                 where p.circle_id = :circle and p.number = any(:numbers) and p.state = 'live'
                """)
                .with("circle", reader.circle().id())
                .withNumbers("numbers", numbers)
                .all((row, n) -> new Row(row.getLong(1), row.getString(2), Guarded.read(row, 3)));
    }
}
