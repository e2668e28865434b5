package app.teahouse.files;

import app.teahouse.departures.Archive;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody uploaded, as they take it along: pictures in their largest size, everything else as it was. */
@Component
public class Uploads {
    private static final int PAGE = 100;

    private final Db db;
    private final Store store;

    Uploads(Db db, Store store) {
        this.db = db;
        this.store = store;
    }

    private record Upload(FileId id, String name, List<Integer> widths) {}

    public void write(CircleId circle, AccountId account, Archive archive) throws IOException {
        var page = page(circle, account, new UUID(0, 0));
        while (!page.isEmpty()) {
            for (var upload : page) {
                var name = upload.id().key() + "-" + FileName.clean(upload.name());
                copy(upload.id(), upload.widths(), "circles/" + circle.value() + "/files/" + name, archive);
            }
            page = page(circle, account, page.getLast().id().value());
        }
    }

    /** A file whose bytes are gone is passed over. */
    void copy(FileId id, List<Integer> widths, String path, Archive archive) throws IOException {
        try (var content = store.read(widths.isEmpty() ? id.key() : id.key(widths.getLast()));
                var file = archive.file(path)) {
            content.transferTo(file);
        } catch (NoSuchFileException e) {
            return;
        }
    }

    private List<Upload> page(CircleId circle, AccountId account, UUID after) {
        return db.sql("""
                select file_id, name, widths
                  from files.file
                 where circle_id = :circle and account_id = :account and file_id > :after
                 order by file_id
                 limit :most
                """)
                .with("circle", circle)
                .with("account", account)
                .with("after", after)
                .with("most", PAGE)
                .all((row, n) -> new Upload(new FileId(Db.uuid(row, 1)), row.getString(2), List.of((Integer[])
                        row.getArray(3).getArray())));
    }
}
