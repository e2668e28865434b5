package app.teahouse.index;

import app.teahouse.analysis.Closeness;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which words circles have, and in how many documents. What it knows may not be shown to anybody before permission was asked. */
@Component
public class Vocabulary {
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
    private static final int MOST_LOOKED_AT = 20_000;

    private final Db db;

    Vocabulary(Db db) {
        this.db = db;
    }

    /**
     * Counts of one circle.
     *
     * @param documents how many there are in all
     * @param lastNumber the number of the newest post
     * @param terms in how many documents a lexeme stands; those in none are missing
     */
    public record Counts(long documents, long lastNumber, Map<String, Long> terms) {
        public long of(String lexeme) {
            return terms.getOrDefault(lexeme, 0L);
        }
    }

    /**
     * Of many circles with one statement; circles without documents are left out. Lists are hidden in subselects, so that PostgreSQL plans
     * once and not each time.
     */
    public Map<CircleId, Counts> counts(Collection<CircleId> circles, Collection<String> lexemes) {
        record Row(CircleId circle, String term, long documents, long lastNumber) {}
        var found = new HashMap<CircleId, Counts>();
        db
                .sql("""
                select p.circle_id, '', p.documents, p.last_number
                  from unnest((select cast(:circles as uuid[]))) as c (circle_id)
                  join index.progress p on p.circle_id = c.circle_id and p.documents > 0
                union all
                select t.circle_id, t.term, t.documents, 0
                  from unnest((select cast(:circles as uuid[]))) as c (circle_id)
                 cross join unnest((select cast(:terms as text[]))) as w (term)
                  join index.term t on t.circle_id = c.circle_id and t.term = w.term
                """)
                .withIds("circles", circles)
                .withTexts("terms", lexemes)
                .all((row, n) ->
                        new Row(new CircleId(Db.uuid(row, 1)), row.getString(2), row.getLong(3), row.getLong(4)))
                .stream()
                .sorted(Comparator.comparing(Row::term))
                .forEach(row -> {
                    if (row.term().isEmpty()) {
                        found.put(row.circle(), new Counts(row.documents(), row.lastNumber(), new HashMap<>()));
                    } else if (found.containsKey(row.circle())) {
                        found.get(row.circle()).terms().put(row.term(), row.documents());
                    }
                });
        return found;
    }

    /** The lexemes that begin so, those in most documents first. */
    public List<String> beginning(Collection<CircleId> circles, Collection<String> beginnings, int most) {
        return db.sql("""
                select t.term
                  from unnest((select cast(:circles as uuid[]))) as c (circle_id)
                 cross join unnest((select cast(:from as text[])), (select cast(:to as text[]))) as b (first, last)
                 cross join lateral (select x.term, x.documents
                                       from index.term x
                                      where x.circle_id = c.circle_id and x.term >= b.first and x.term < b.last
                                      order by x.term
                                      limit 200) t
                 group by t.term
                 order by sum(t.documents) desc, t.term
                 limit :most
                """)
                .withIds("circles", circles)
                .withTexts("from", beginnings)
                .withTexts("to", beginnings.stream().map(one -> one + LAST).toList())
                .with("most", most)
                .all((row, n) -> row.getString(1));
    }

    /** A word that somebody may have meant, by the fewest slips and then by how many documents have it. */
    public Optional<String> closest(Collection<CircleId> circles, String word) {
        var allowed = Closeness.allowed(word);
        if (allowed == 0) {
            return Optional.empty();
        }
        record Near(String word, int slips, long documents) {}
        return db
                .sql("""
                select t.term, t.documents
                  from unnest(cast(:circles as uuid[])) as c (circle_id)
                 cross join unnest(cast(:beginnings as text[])) as b (first)
                 cross join lateral (select x.term, x.documents
                                       from index.term x
                                      where x.circle_id = c.circle_id and x.term >= b.first and x.term < b.first || :last
                                        and char_length(x.term) between :shortest and :longest
                                      limit :most) t
                """)
                .withIds("circles", circles)
                .withTexts("beginnings", beginnings(word))
                .with("last", LAST)
                .with("shortest", 1 + word.length() - allowed)
                .with("longest", 1 + word.length() + allowed)
                .with("most", MOST_LOOKED_AT)
                .all((row, n) -> {
                    var term = row.getString(1).substring(1);
                    return new Near(term, Closeness.slips(word, term, allowed), row.getLong(2));
                })
                .stream()
                .filter(near -> near.slips() > 0 && near.slips() <= allowed)
                .min(Comparator.comparingInt(Near::slips)
                        .thenComparing(Comparator.comparingLong(Near::documents).reversed())
                        .thenComparing(Near::word))
                .map(Near::word);
    }

    /** The first letter is seldom the wrong one; the next ones tell of one that is missing or was exchanged. */
    private static List<String> beginnings(String word) {
        return List.of(
                        Lexemes.word(word.substring(0, 1)),
                        Lexemes.word(word.substring(1, 3)),
                        Lexemes.word("" + word.charAt(1) + word.charAt(0)))
                .stream()
                .distinct()
                .toList();
    }
}
