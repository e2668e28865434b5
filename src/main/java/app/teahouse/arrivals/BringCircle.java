package app.teahouse.arrivals;

import app.teahouse.circles.MayCreate;
import app.teahouse.circles.ReserveSlug;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.packing.Manifest;
import app.teahouse.packing.ZipIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who may found circles brings an archive. It is looked at, and nothing is written before they say yes. */
@Component
class BringCircle {
    private static final int MOST_WAITING = 3;
    private static final int MOST_ABOUT = 100_000;

    /** Room for other things on the disk. */
    private static final long RESERVE = 200_000_000;

    private final Db db;
    private final Clock clock;
    private final MayCreate mayCreate;
    private final ArrivalFiles files;
    private final JsonMapper json;

    BringCircle(Db db, Clock clock, MayCreate mayCreate, ArrivalFiles files, JsonMapper json) {
        this.db = db;
        this.clock = clock;
        this.mayCreate = mayCreate;
        this.files = files;
        this.json = json;
    }

    /**
     * @return the circle it would become
     * @throws Refusal {@code circle.creation-closed}, {@code arrival.too-many}, {@code luggage.…}
     */
    CircleId bring(Person person, String fileName, InputStream content) {
        if (!person.signIn().verified()) {
            throw Refusal.notAllowed("speaking.unverified");
        }
        mayCreate.listingOf(person);
        checkWaiting(person);
        var circle = new CircleId(Ids.next());
        try {
            files.keep(circle, content);
            note(person, circle, fileName, files.read(circle));
            return circle;
        } catch (IOException e) {
            files.forget(circle);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            files.forget(circle);
            throw e;
        }
    }

    private void checkWaiting(Person person) {
        var waiting = db.sql("""
                select count(*)
                  from arrivals.arrival
                 where made_by = :person and state in ('ready', 'running', 'clearing')
                """).with("person", person.account()).one(Long.class);
        if (waiting >= MOST_WAITING) {
            throw Refusal.conflict("arrival.too-many").with("most", MOST_WAITING);
        }
    }

    private record About(String slug, @Nullable String check) {}

    private void note(Person person, CircleId circle, String fileName, ZipIn zip) throws IOException {
        var look = zip.look();
        var manifest = Manifest.read(zip, json);
        var about = about(zip);
        var free = files.free();
        if (look.bytes() + RESERVE > free) {
            throw Refusal.invalid("file", "arrival.no-space")
                    .with("needed", (look.bytes() + RESERVE) / 1_000_000)
                    .with("free", free / 1_000_000);
        }
        db.sql("""
                insert into arrivals.arrival
                       (circle_id, state, made_by, made_at, file_name, slug, origin, manifest, key_check, total, strange)
                values (:circle, 'ready', :person, :now, :file, :slug, :origin, :manifest, :check, :total, :strange)
                """)
                .with("circle", circle)
                .with("person", person.account())
                .with("now", clock.instant())
                .with(
                        "file",
                        fileName.substring(0, Math.min(200, fileName.length())).replace("\0", ""))
                .with("slug", ReserveSlug.suggest(about.slug(), manifest.name()))
                .with("origin", manifest.id())
                .with("manifest", json.writeValueAsString(manifest))
                .with("check", about.check())
                .with("total", manifest.all())
                .with("strange", look.strange())
                .run();
    }

    private About about(ZipIn zip) throws IOException {
        try {
            var tree = json.readTree(zip.read("about.json", MOST_ABOUT).orElse("{}".getBytes(StandardCharsets.UTF_8)));
            var check = tree.path("passphrase_check").asString("");
            return new About(tree.path("slug").asString(""), check.matches("[0-9a-f]{16}") ? check : null);
        } catch (JacksonException e) {
            return new About("", null);
        }
    }
}
