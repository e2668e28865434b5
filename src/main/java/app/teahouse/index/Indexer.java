package app.teahouse.index;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes documents and counts their words, in the caller's transaction, while the circle's row is held. */
@Component
class Indexer {
    static final UUID START = new UUID(0, 0);

    private final Db db;
    private final Clock clock;
    private final Sources sources;

    Indexer(Db db, Clock clock, Sources sources) {
        this.db = db;
        this.clock = clock;
        this.sources = sources;
    }

    /** How far a circle is. */
    record Progress(int version, String stage, UUID after) {}

    /** Holds the circle, so that nobody else writes its documents; nothing if somebody does so now. */
    Optional<Progress> hold(CircleId circle) {
        db.sql("""
                insert into index.progress (circle_id, version, stage, after_id)
                values (:circle, 0, 'post', :start)
                on conflict (circle_id) do nothing
                """).with("circle", circle).with("start", START).run();
        return db.sql("""
                select version, stage, after_id
                  from index.progress
                 where circle_id = :circle
                   for no key update skip locked
                """)
                .with("circle", circle)
                .maybe((row, n) -> new Progress(row.getInt(1), row.getString(2), Db.uuid(row, 3)));
    }

    /** Brings the documents of these up to date; what cannot be seen any more has none afterwards. */
    void index(CircleId circle, Kind kind, Collection<DocumentId> ids) {
        var drafts = sources.read(circle, kind, ids);
        var before = before(circle, ids);
        var changes = new TreeMap<String, Long>();
        before.values().forEach(words -> words.forEach(word -> changes.merge(word, -1L, Long::sum)));
        drafts.forEach(draft -> draft.words().forEach(word -> changes.merge(word, 1L, Long::sum)));
        changes.entrySet().removeIf(change -> change.getValue() == 0 || !Lexemes.isCounted(change.getKey()));

        var now = drafts.stream().map(Draft::id).collect(Collectors.toSet());
        remove(circle, before.keySet().stream().filter(id -> !now.contains(id)).toList());
        write(circle, kind, drafts);
        count(circle, changes);
        note(circle, drafts, drafts.size() - before.size());
    }

    private Map<UUID, Set<String>> before(CircleId circle, Collection<DocumentId> ids) {
        record Row(UUID id, Set<String> words) {}
        var code = Lexemes.code(circle).length();
        var before = new HashMap<UUID, Set<String>>();
        db.sql("""
                select document_id, tsvector_to_array(words)
                  from index.document
                 where circle_id = :circle and document_id = any(:ids)
                """)
                .with("circle", circle)
                .withIds("ids", ids)
                .all((row, n) -> new Row(Db.uuid(row, 1), words(row, code)))
                .forEach(row -> before.put(row.id(), row.words()));
        return before;
    }

    private static Set<String> words(ResultSet row, int code) throws SQLException {
        var words = new HashSet<String>();
        Db.texts(row, 2).forEach(word -> words.add(word.substring(code)));
        return words;
    }

    private void remove(CircleId circle, List<UUID> ids) {
        if (!ids.isEmpty()) {
            db.sql("delete from index.document where circle_id = :circle and document_id = any(:ids)")
                    .with("circle", circle)
                    .withIds("ids", ids.stream().map(DocumentId::new).toList())
                    .run();
        }
    }

    private void write(CircleId circle, Kind kind, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        var code = Lexemes.code(circle);
        db.sql("""
                insert into index.document as d (circle_id, document_id, kind, number, added_at, words, front)
                select :circle, n.document_id, :kind, n.number, :now, n.words::tsvector, n.front::tsvector
                  from unnest(:ids, :numbers, :vectors, :fronts) as n (document_id, number, words, front)
                on conflict (circle_id, document_id) do update
                   set number = excluded.number, words = excluded.words, front = excluded.front
                """)
                .with("circle", circle)
                .with("kind", kind)
                .with("now", clock.instant())
                .withIds(
                        "ids",
                        drafts.stream().map(draft -> new DocumentId(draft.id())).toList())
                .withNumbers("numbers", drafts.stream().map(Draft::number).toList())
                .withTexts(
                        "vectors",
                        drafts.stream().map(draft -> draft.vector(code)).toList())
                .withTexts(
                        "fronts",
                        drafts.stream().map(draft -> draft.front(code)).toList())
                .run();
    }

    private void count(CircleId circle, Map<String, Long> changes) {
        if (changes.isEmpty()) {
            return;
        }
        db.sql("""
                insert into index.term as t (circle_id, term, documents)
                select :circle, c.term, c.change
                  from unnest(:terms, :changes) as c (term, change)
                on conflict (circle_id, term) do update
                   set documents = t.documents + excluded.documents
                """)
                .with("circle", circle)
                .withTexts("terms", changes.keySet())
                .withNumbers("changes", new ArrayList<>(changes.values()))
                .run();
        var fewer = changes.entrySet().stream()
                .filter(change -> change.getValue() < 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!fewer.isEmpty()) {
            db.sql("delete from index.term where circle_id = :circle and term = any(:terms) and documents <= 0")
                    .with("circle", circle)
                    .withTexts("terms", fewer)
                    .run();
        }
    }

    private void note(CircleId circle, List<Draft> drafts, int more) {
        db.sql("""
                update index.progress
                   set documents = documents + :more, last_number = greatest(last_number, :last)
                 where circle_id = :circle
                """)
                .with("circle", circle)
                .with("more", more)
                .with("last", drafts.stream().mapToLong(Draft::number).max().orElse(0))
                .run();
    }
}
