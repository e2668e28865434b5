package app.teahouse.takeaway;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.takeaway.Parcel.Mark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelTest {
    @TempDir
    Path folder;

    @Test
    void what_was_put_in_is_in_the_zip() throws IOException {
        var file = folder.resolve("a.zip");
        var noise = noise(70_000);
        try (var parcel = Parcel.open(file, Mark.NOTHING)) {
            parcel.put("words/茶.txt", "Tea, ".repeat(1000));
            parcel.put("empty.txt", "");
            parcel.put("noise.bin", noise);
            parcel.store("picture.webp", new ByteArrayInputStream(noise));
            assertThat(parcel.finish()).isEqualTo(Files.size(file));
        }
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(4);
            assertThat(read(zip, "words/茶.txt"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("Tea, ".repeat(1000));
            assertThat(zip.getEntry("words/茶.txt").getCompressedSize()).isLessThan(200);
            assertThat(read(zip, "empty.txt")).isEmpty();
            assertThat(read(zip, "noise.bin")).isEqualTo(noise);
            assertThat(read(zip, "picture.webp")).isEqualTo(noise);
        }
    }

    @Test
    void more_entries_than_an_old_zip_can_count_are_all_found() throws IOException {
        var file = folder.resolve("many.zip");
        try (var parcel = Parcel.open(file, Mark.NOTHING)) {
            for (var i = 0; i < 70_000; i++) {
                parcel.put("p/" + i, new byte[] {(byte) i});
            }
            parcel.finish();
        }
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(70_000);
            assertThat(read(zip, "p/69999")).containsExactly((byte) 69_999);
        }
    }

    /** What a killed process wrote after the last mark is cut off, and the file comes out as if nothing had happened. */
    @Test
    void a_parcel_that_was_broken_off_is_gone_on_with_byte_by_byte() throws IOException {
        var whole = folder.resolve("whole.zip");
        try (var parcel = Parcel.open(whole, Mark.NOTHING)) {
            fill(parcel, 0, 40);
            parcel.finish();
        }
        var random = new Random(7);
        var broken = folder.resolve("broken.zip");
        var mark = Mark.NOTHING;
        for (var at = 0; at < 40; ) {
            var next = Math.min(40, at + 1 + random.nextInt(5));
            try (var parcel = Parcel.open(broken, mark)) {
                fill(parcel, at, next);
                mark = parcel.keep();
                parcel.put("lost/" + at, noise(1 + random.nextInt(3000)));
                if (random.nextBoolean()) {
                    parcel.finish();
                }
            }
            at = next;
        }
        try (var parcel = Parcel.open(broken, mark)) {
            parcel.finish();
        }
        assertThat(broken).hasSameBinaryContentAs(whole);
    }

    private static void fill(Parcel parcel, int from, int to) throws IOException {
        for (var i = from; i < to; i++) {
            parcel.put("p/" + i + ".html", "<p>" + i + "</p>".repeat(i));
        }
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] read(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return Arrays.copyOf(in.readAllBytes(), (int) zip.getEntry(name).getSize());
        }
    }
}
