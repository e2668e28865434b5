package app.teahouse.files;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How files leave and come. Each that something needs leaves once, under the digest of its bytes. On the way in the bytes are looked
 * at as those of any upload.
 */
@Component
class FileLuggage implements Luggage, Crate.Bytes {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Db db;
    private final Store store;
    private final Holdings holdings;
    private final KeepFile keepFile;
    private final Clock clock;
    private final Path incoming;

    FileLuggage(Db db, Store store, Holdings holdings, KeepFile keepFile, Clock clock, Settings settings) {
        this.db = db;
        this.store = store;
        this.holdings = holdings;
        this.keepFile = keepFile;
        this.clock = clock;
        this.incoming = settings.data().resolve("files").resolve("incoming");
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("files.file", "digest")
                        .people("account_id")
                        .only("t.digest <> '' and t.loose_since is null and not exists (select 1 from files.file o"
                                + " where o.circle_id = t.circle_id and o.digest = t.digest and o.loose_since is null"
                                + " and o.file_id < t.file_id)")
                        .made("file_id, widths, loose_since")
                        .most("name", 200)
                        .stage(Crate.Stage.FILES)
                        .atOnce(20)
                        .bytes(this),
                Crate.of("files.copy", "copy_id")
                        .files("file_id")
                        .stage(Crate.Stage.FILES)
                        .then(this::holdCopies),
                Crate.stays("files.holding", "follows from the words"));
    }

    @Override
    public String path(Row row) {
        return Digests.path(row.text("digest"), row.text("type"));
    }

    @Override
    public @Nullable InputStream open(CircleId circle, Row row) throws IOException {
        var key = db.sql("""
                select file_id, widths
                  from files.file
                 where circle_id = :circle and digest = :digest and loose_since is null
                 order by file_id
                 limit 1
                """)
                .with("circle", circle)
                .with("digest", row.text("digest"))
                .maybe((found, n) -> Digests.key(new FileId(Db.uuid(found, 1)), List.of((Integer[])
                        found.getArray(2).getArray())));
        try {
            return key.isEmpty() ? null : store.read(key.get());
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void keep(Arrival arrival, Row row, InputStream content) throws IOException {
        var digest = row.text("digest");
        try (var in = Incoming.take(incoming, row.text("name"), content)) {
            if (!DIGEST.matcher(digest).matches() || !digest.equals(Digests.of(Files.newInputStream(in.file())))) {
                throw Refusal.invalid("file", "luggage.digest-differs");
            }
            var id = Digests.arrived(arrival.circle(), digest);
            row.set("file_id", id.value().toString())
                    .set("name", in.name())
                    .set("kind", Db.name(in.sniff().kind()))
                    .set("loose_since", clock.instant().toString());
            if (in.sniff().kind() == Kind.PICTURE) {
                keepPicture(row, id, in);
            } else {
                try (var bytes = Files.newInputStream(in.file())) {
                    store.write(id.key(), bytes);
                }
                row.set("type", in.sniff().type())
                        .set("bytes", in.bytes())
                        .set("width", 0)
                        .set("height", 0)
                        .set("widths", List.of())
                        .set("colour", (String) null);
            }
        }
    }

    private void keepPicture(Row row, FileId id, Incoming in) throws IOException {
        var prints = Pictures.again(in.file(), in.sniff().type());
        keepFile.write(id, prints);
        var whole = prints.whole();
        row.set("digest", Digests.of(new ByteArrayInputStream(whole.bytes())))
                .set("type", whole.type())
                .set("bytes", Math.clamp(row.number("bytes"), 1, 20_000_000))
                .set("width", whole.width())
                .set("height", whole.height());
        var widths = row.facts().putArray("widths");
        KeepFile.widths(prints).forEach(widths::add);
        if (!COLOUR.matcher(row.text("colour")).matches()) {
            row.set("colour", prints.colour());
        }
    }

    private void holdCopies(Arrival arrival, List<Row> rows) {
        for (var row : rows) {
            holdings.hold(
                    arrival.circle(),
                    Holder.of("copy", AwayCopies.AddressKey.of(row.text("address"))),
                    List.of(new FileId(row.id("file_id")).key()));
        }
    }
}
