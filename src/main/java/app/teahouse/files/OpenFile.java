package app.teahouse.files;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens files for rooms that take them along, such as into an archive. Whoever asks has decided that they may leave. */
@Component
public class OpenFile {
    private final Store store;
    private final Db db;

    OpenFile(Store store, Db db) {
        this.store = store;
        this.db = db;
    }

    /**
     * A file that the circle has.
     *
     * @param key under which its bytes lie: of a picture, in one of its sizes
     */
    public record Known(String key, String name, String type, long bytes) {

        /** What its name should end in: short, lower case, and nothing that a system would run. */
        public String ending() {
            return switch (type) {
                case "image/jpeg" -> "jpg";
                case "image/png" -> "png";
                case "image/gif" -> "gif";
                case "image/webp" -> "webp";
                default -> {
                    var dot = name.lastIndexOf('.');
                    var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
                    yield ending.matches(
                                    "mp3|m4a|ogg|opus|wav|flac|mp4|webm|mov|pdf|epub|zip|csv|txt|md|docx|xlsx|pptx")
                            ? ending
                            : "bin";
                }
            };
        }
    }

    /** Looks one up by its key as it stands in addresses: an id, perhaps with a width. */
    public Optional<Known> known(CircleId circle, String key) {
        var parts = ShowFile.KEY.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var id = new FileId(Ids.parse(parts.group(1)));
        var wished = parts.group(2) == null ? -1 : Integer.parseInt(parts.group(2));
        return db.sql("""
                select name, type, bytes, widths
                  from files.file
                 where circle_id = :circle and file_id = :file
                """).with("circle", circle).with("file", id).maybe((row, n) -> {
            var widths = List.of((Integer[]) row.getArray(4).getArray());
            var at = widths.isEmpty() ? id.key() : id.key(widths.contains(wished) ? wished : widths.getLast());
            return new Known(at, row.getString(1), row.getString(2), row.getLong(3));
        });
    }

    /** Its bytes; nothing if the disk does not have them any more. */
    public Optional<InputStream> open(Known file) throws IOException {
        try {
            return Optional.of(store.read(file.key()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
