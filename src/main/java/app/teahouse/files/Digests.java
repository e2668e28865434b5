package app.teahouse.files;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.luggage.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what a circle's files are known outside of this site: the SHA-256 of their bytes, of pictures in their largest size. */
@Component
public class Digests {
    private static final int MOST = 500;

    /** Of a file whose bytes are gone. */
    private static final String GONE = "";

    private final Db db;
    private final Store store;

    Digests(Db db, Store store) {
        this.db = db;
        this.store = store;
    }

    /**
     * Where files of the circle lie in an archive, by the id as Markdown writes it: {@code files/<digest>.<ending>}. What is no file
     * of this circle, or is gone, is left out.
     */
    public Map<String, String> paths(CircleId circle, Collection<String> ids) {
        var paths = new HashMap<String, String>();
        if (ids.isEmpty()) {
            return paths;
        }
        for (var file : read(circle, ids)) {
            var digest = file.digest() == null ? fill(circle, file) : file.digest();
            if (!digest.equals(GONE)) {
                paths.put(file.id().key(), path(digest, file.type()));
            }
        }
        return paths;
    }

    /** Works out some digests that are missing; answers whether there may be more. */
    public boolean fill(CircleId circle, int atMost) {
        var missing = db.sql("""
                select file_id, type, widths, digest
                  from files.file
                 where circle_id = :circle and digest is null and loose_since is null
                 order by file_id
                 limit :most
                """).with("circle", circle).with("most", atMost).all((row, n) -> file(row));
        missing.forEach(file -> fill(circle, file));
        return missing.size() == atMost;
    }

    /** The file that stands for these bytes in a circle that comes in, as Markdown writes it. */
    public static FileId arrived(CircleId circle, String digest) {
        return new FileId(Arrival.uuid("file " + circle.value() + " " + digest));
    }

    static String path(String digest, String type) {
        return "files/" + digest + ending(type);
    }

    private static String ending(String type) {
        return switch (type) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/gif" -> ".gif";
            case "application/pdf" -> ".pdf";
            case "audio/mpeg" -> ".mp3";
            case "audio/mp4" -> ".m4a";
            case "video/mp4" -> ".mp4";
            case "text/plain" -> ".txt";
            case "text/markdown" -> ".md";
            case "text/csv" -> ".csv";
            default -> ".bin";
        };
    }

    record Known(
            FileId id,
            String type,
            List<Integer> widths,
            @Nullable String digest) {}

    private List<Known> read(CircleId circle, Collection<String> ids) {
        return db.sql("""
                select file_id, type, widths, digest
                  from files.file
                 where circle_id = :circle and file_id = any(:files)
                """)
                .with("circle", circle)
                .withIds(
                        "files",
                        ids.stream()
                                .limit(MOST)
                                .map(id -> new FileId(Ids.parse(id)))
                                .toList())
                .all((row, n) -> file(row));
    }

    private static Known file(ResultSet row) throws SQLException {
        return new Known(
                new FileId(Db.uuid(row, 1)),
                row.getString(2),
                List.of((Integer[]) row.getArray(3).getArray()),
                row.getString(4));
    }

    private String fill(CircleId circle, Known file) {
        var digest = GONE;
        try (var content = store.read(key(file.id(), file.widths()))) {
            digest = of(content);
        } catch (NoSuchFileException e) {
            // It leaves no more than a note that it was there.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        db.sql("update files.file set digest = :digest where circle_id = :circle and file_id = :file")
                .with("circle", circle)
                .with("file", file.id())
                .with("digest", digest)
                .run();
        return digest;
    }

    static String key(FileId id, List<Integer> widths) {
        return widths.isEmpty() ? id.key() : id.key(widths.getLast());
    }

    static String of(InputStream content) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(content, digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
