package app.teahouse.files;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a file in a circle. The bytes are written first and the row last, each at once, so whatever dies in between leaves
 * at most bytes that nobody refers to. Nothing here runs in a transaction.
 */
@Component
public class KeepFile {
    private final Db db;
    private final Store store;
    private final Clock clock;
    private final Path incoming;

    KeepFile(Db db, Store store, Clock clock, Settings settings) {
        this.db = db;
        this.store = store;
        this.clock = clock;
        this.incoming = settings.data().resolve("files").resolve("incoming");
    }

    /** A file that was kept, and how it is written in Markdown. */
    public record Kept(FileId id, String name, boolean picture) {
        public String address() {
            return "/f/" + id.key();
        }

        public String markdown() {
            var words = name.replaceAll("[\\[\\]\\\\]", "");
            return (picture ? "!" : "") + "[" + words + "](" + address() + ")";
        }
    }

    /** What a member uploads for a post, a comment or the like. */
    public Kept keep(Speaker speaker, String name, InputStream content) {
        return keep(speaker.circle(), speaker.account(), name, content);
    }

    /** What staff bring along, such as the pictures of an imported archive. */
    public Kept keep(Staff staff, String name, InputStream content) {
        return keep(staff.circle(), staff.account(), name, content);
    }

    /** The same for work that staff asked for earlier. */
    public Kept keep(CircleId circle, AccountId account, String name, InputStream content) {
        try (var in = Incoming.take(incoming, name, content)) {
            var id = new FileId(Ids.next());
            if (in.sniff().kind() == Kind.PICTURE) {
                var prints = Pictures.prints(in.file(), in.sniff().type());
                write(id, prints);
                insert(circle, account, id, in, prints, false);
            } else {
                write(id, in.file());
                insert(circle, account, id, in, null, false);
            }
            return new Kept(id, in.name(), in.sniff().kind() == Kind.PICTURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A picture that was fetched from elsewhere for staff.
     *
     * @throws Refusal {@code file.no-picture} and others
     */
    public Kept keepPicture(CircleId circle, AccountId account, String name, InputStream content) {
        try (var in = picture(name, content)) {
            var id = new FileId(Ids.next());
            var prints = Pictures.prints(in.file(), in.sniff().type());
            write(id, prints);
            insert(circle, account, id, in, prints, false);
            return new Kept(id, in.name(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cover, cropped to its shape. Everybody who may see the circle's about page may see it. */
    public Kept keepCover(Staff staff, String name, InputStream content) {
        return keepCover(staff.circle(), staff.account(), name, content);
    }

    /** The same for a cover of something in the circle, such as a column; who may is checked by what it is for. */
    public Kept keepCover(Speaker speaker, String name, InputStream content) {
        return keepCover(speaker.circle(), speaker.account(), name, content);
    }

    private Kept keepCover(CircleId circle, AccountId account, String name, InputStream content) {
        try (var in = picture(name, content)) {
            var id = new FileId(Ids.next());
            var prints = Pictures.cover(in.file(), in.sniff().type());
            write(id, prints);
            insert(circle, account, id, in, prints, true);
            return new Kept(id, in.name(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Incoming picture(String name, InputStream content) throws IOException {
        var in = Incoming.take(incoming, name, content);
        if (in.sniff().kind() != Kind.PICTURE) {
            in.close();
            throw Refusal.invalid("file", "file.no-picture");
        }
        return in;
    }

    private void write(FileId id, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            store.write(id.key(), content);
        }
    }

    void write(FileId id, Prints prints) throws IOException {
        for (var print : prints.sizes()) {
            store.write(id.key(print.width()), new ByteArrayInputStream(print.bytes()));
        }
    }

    private void insert(
            CircleId circle, AccountId account, FileId id, Incoming in, @Nullable Prints prints, boolean shown) {
        db.sql("""
                insert into files.file
                       (circle_id, file_id, account_id, name, kind, type, bytes, width, height, widths, colour, shown,
                        made_at, loose_since)
                values (:circle, :file, :account, :name, :kind, :type, :bytes, :width, :height, :widths, :colour, :shown,
                        :now, :now)
                """)
                .with("circle", circle)
                .with("file", id)
                .with("account", account)
                .with("name", in.name())
                .with("kind", in.sniff().kind())
                .with(
                        "type",
                        prints == null ? in.sniff().type() : prints.whole().type())
                .with("bytes", in.bytes())
                .with("width", prints == null ? 0 : prints.whole().width())
                .with("height", prints == null ? 0 : prints.whole().height())
                .withInts("widths", prints == null ? List.of() : widths(prints))
                .with("colour", prints == null ? null : prints.colour())
                .with("shown", shown)
                .with("now", clock.instant())
                .run();
    }

    static List<Integer> widths(Prints prints) {
        return prints.sizes().stream().map(Picture::width).toList();
    }
}
