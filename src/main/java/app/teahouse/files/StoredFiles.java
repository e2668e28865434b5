package app.teahouse.files;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.text.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What other rooms may ask about the files of a circle. */
@Component
public class StoredFiles {
    static final int USUAL_WIDTH = 960;
    private static final int MOST = 500;

    private final Db db;
    private final Store store;

    StoredFiles(Db db, Store store) {
        this.db = db;
        this.store = store;
    }

    /** Those of the files that the circle has, by the id as Markdown writes it ({@code /f/<id>}). */
    public Map<String, Stored> of(CircleId circle, String slug, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        record Row(FileId id, Stored stored) {}
        var rows = db.sql("""
                select file_id, name, kind, type, bytes, width, height, widths
                  from files.file
                 where circle_id = :circle and file_id = any(:ids)
                 limit :most
                """)
                .with("most", MOST)
                .with("circle", circle)
                .withIds(
                        "ids",
                        ids.stream()
                                .limit(MOST)
                                .map(id -> new FileId(Ids.parse(id)))
                                .toList())
                .all((row, n) -> {
                    var id = new FileId(Db.uuid(row, 1));
                    return new Row(id, stored(row, "/c/" + slug + "/f/" + id.key()));
                });
        var found = new HashMap<String, Stored>();
        rows.forEach(row -> found.put(row.id().key(), row.stored()));
        return found;
    }

    private static Stored stored(ResultSet row, String base) throws SQLException {
        var sizes = new TreeMap<Integer, String>();
        for (var width : (Integer[]) row.getArray(8).getArray()) {
            sizes.put(width, base + "-" + width);
        }
        var usual = sizes.isEmpty() ? null : sizes.ceilingEntry(Math.min(USUAL_WIDTH, sizes.lastKey()));
        var kind = Db.constant(Kind.class, row.getString(3));
        return new Stored(
                switch (kind) {
                    case PICTURE -> Stored.Kind.PICTURE;
                    case AUDIO -> Stored.Kind.AUDIO;
                    case VIDEO -> Stored.Kind.VIDEO;
                    case DOCUMENT, OTHER -> Stored.Kind.OTHER;
                },
                usual == null ? base : usual.getValue(),
                row.getString(2),
                row.getString(4),
                row.getLong(5),
                row.getInt(6),
                row.getInt(7),
                sizes);
    }

    /** The address of a cover, ready for {@code <img src>}. */
    public String coverUrl(String slug, KeepFile.Kept cover) {
        return "/c/" + slug + "/f/" + cover.id().key();
    }

    /** Lets those who may only see the about page see these files too. */
    public void show(CircleId circle, Collection<String> ids) {
        db.sql("update files.file set shown = true where circle_id = :circle and file_id = any(:ids) and not shown")
                .with("circle", circle)
                .withIds(
                        "ids", ids.stream().map(id -> new FileId(Ids.parse(id))).toList())
                .run();
    }

    /** Erases files of a circle that is gone; answers whether there may be more. */
    public boolean erase(CircleId circle, int atMost) {
        record Row(FileId id, List<Integer> widths) {}
        var rows = db.sql("select file_id, widths from files.file where circle_id = :circle limit :most")
                .with("circle", circle)
                .with("most", atMost)
                .all((row, n) -> new Row(new FileId(Db.uuid(row, 1)), List.of((Integer[])
                        row.getArray(2).getArray())));
        for (var row : rows) {
            db.sql("delete from files.holding where circle_id = :circle and file_id = :file")
                    .with("circle", circle)
                    .with("file", row.id())
                    .run();
            db.sql("delete from files.copy where circle_id = :circle and file_id = :file")
                    .with("circle", circle)
                    .with("file", row.id())
                    .run();
            delete(row.id(), row.widths());
            db.sql("delete from files.file where circle_id = :circle and file_id = :file")
                    .with("circle", circle)
                    .with("file", row.id())
                    .run();
        }
        return rows.size() == atMost;
    }

    void delete(FileId id, List<Integer> widths) {
        try {
            store.delete(id.key());
            for (var width : widths) {
                store.delete(id.key(width));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
