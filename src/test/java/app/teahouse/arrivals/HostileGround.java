package app.teahouse.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.arrivals.BeginArrival.Wish;
import app.teahouse.content.SomePosts;
import app.teahouse.exports.SomeExports;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Archives that somebody crafted. */
abstract class HostileGround {
    @Autowired
    SomeLeft some;

    @Autowired
    SomeArrivals arrivals;

    @Autowired
    BringCircle bringCircle;

    @Autowired
    BeginArrival beginArrival;

    @Autowired
    ArrivalSheet sheet;

    @Autowired
    SomePosts posts;

    @Autowired
    Settings settings;

    @TempDir
    Path folder;

    void refuses(String code, Consumer<Map<String, String>> crafting) throws IOException {
        var left = some.left(null);
        var entries = new TreeMap<>(SomeExports.entries(left.file()));
        crafting.accept(entries);
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, write(entries));
        beginArrival.begin(person, circle, new Wish(SomeLeft.slug(), null, true));
        arrivals.work(person, circle);
        hasFailed(person, circle, code);
    }

    void hasFailed(Person person, CircleId circle, String code) {
        var view = sheet.one(person, circle);
        assertThat(view.code()).as(view.problem().toString()).isEqualTo(code);
        assertThat(view.state()).isEqualTo("failed");
        assertThat(some.leftovers(circle)).as(code).isEmpty();
        assertThat(settings.data().resolve("arrivals").resolve(Ids.text(circle) + ".zip"))
                .doesNotExist();
    }

    Path write(Map<String, String> entries) throws IOException {
        var file = folder.resolve(UUID.randomUUID() + ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    void bring(Person person, byte[] content) {
        bringCircle.bring(person, "a.zip", new ByteArrayInputStream(content));
    }

    /** Where an entry stands in that list. */
    static int listed(byte[] zip, String name) {
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        var wanted = name.getBytes(StandardCharsets.UTF_8);
        for (var at = 0; at < zip.length - 46 - wanted.length; at++) {
            if (bytes.getInt(at) == 0x02014b50
                    && Arrays.equals(zip, at + 46, at + 46 + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("no entry " + name);
    }
}
