package app.teahouse.files;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Keeps the picture of a person, as squares. Portraits are public, as names are. */
@Component
public class KeepPortrait {
    private final Db db;
    private final KeepFile keepFile;
    private final Clock clock;

    KeepPortrait(Db db, KeepFile keepFile, Clock clock) {
        this.db = db;
        this.keepFile = keepFile;
        this.clock = clock;
    }

    /** Answers the address of the picture, ready for {@code <img src>}. */
    public String keep(Person person, String name, InputStream content) {
        try (var in = keepFile.picture(name, content)) {
            var id = new FileId(Ids.next());
            var prints = Pictures.faces(in.file(), in.sniff().type());
            keepFile.write(id, prints);
            db.sql("""
                    insert into files.portrait (account_id, file_id, type, widths, made_at)
                    values (:account, :file, :type, :widths, :now)
                    """)
                    .with("account", person.account())
                    .with("file", id)
                    .with("type", prints.whole().type())
                    .withInts("widths", KeepFile.widths(prints))
                    .with("now", clock.instant())
                    .run();
            return "/portraits/" + Ids.text(person.account()) + "/"
                    + id.key(prints.whole().width());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
