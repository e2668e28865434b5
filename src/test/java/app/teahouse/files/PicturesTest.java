package app.teahouse.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.teahouse.kernel.Refusal;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javax.imageio.stream.FileImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void without_a_screen() {
        System.setProperty("java.awt.headless", "true");
    }

    @Test
    void a_photo_is_kept_in_three_sizes() throws IOException {
        var file = SomePictures.write(SomePictures.photo(3000, 2000), "jpeg", folder.resolve("a"));

        var prints = Pictures.prints(file, "image/jpeg");

        assertThat(prints.sizes()).extracting(Picture::width).containsExactly(480, 960, 1920);
        assertThat(prints.sizes()).extracting(Picture::height).containsExactly(320, 640, 1280);
        assertThat(prints.sizes()).extracting(Picture::type).containsOnly("image/jpeg");
        assertThat(prints.colour()).matches("#8[0-9a-f]2[0-9a-f]8[0-9a-f]");
        var whole = SomePictures.read(prints.whole());
        assertThat(whole.getWidth()).isEqualTo(1920);
        assertThat(new Color(whole.getRGB(5, 600)).getRed()).isGreaterThan(180);
        assertThat(isProgressive(prints.whole().bytes())).isTrue();
    }

    @Test
    void a_picture_is_never_made_larger() throws IOException {
        assertThat(Pictures.prints(
                                SomePictures.write(SomePictures.photo(700, 300), "jpeg", folder.resolve("a")),
                                "image/jpeg")
                        .sizes())
                .extracting(Picture::width)
                .containsExactly(480, 700);
        assertThat(Pictures.prints(
                                SomePictures.write(SomePictures.photo(480, 300), "jpeg", folder.resolve("a")),
                                "image/jpeg")
                        .sizes())
                .extracting(Picture::width)
                .containsExactly(480);
        assertThat(Pictures.prints(
                                SomePictures.write(SomePictures.photo(1, 1), "png", folder.resolve("a")), "image/png")
                        .sizes())
                .extracting(Picture::width)
                .containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_photo_stands_upright_and_tells_no_place(int turn) throws IOException {
        // Red is where the stored rows begin; where that is to be seen, EXIF says.
        var file = SomePictures.withExif(SomePictures.photo(600, 300), turn, folder.resolve("a"));

        var whole = Pictures.prints(file, "image/jpeg").whole();

        var image = SomePictures.read(whole);
        assertThat(image.getWidth()).isEqualTo(turn < 5 ? 600 : 300);
        var left = reddish(image.getRGB(5, image.getHeight() / 2));
        var top = reddish(image.getRGB(image.getWidth() / 2, 5));
        switch (turn) {
            case 1, 4 -> assertThat(left).isTrue();
            case 2, 3 -> assertThat(left).isFalse();
            case 5, 6 -> assertThat(top).isTrue();
            default -> assertThat(top).isFalse();
        }
        assertThat(new String(whole.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Secret");
    }

    @Test
    void drawings_stay_sharp_and_transparent() throws IOException {
        var sticker = Pictures.prints(
                SomePictures.write(SomePictures.sticker(600, 600), "png", folder.resolve("a")), "image/png");
        assertThat(sticker.sizes()).extracting(Picture::type).containsOnly("image/png");
        assertThat(SomePictures.read(sticker.whole()).getRGB(0, 0) >>> 24).isZero();

        var screenshot = Pictures.prints(
                SomePictures.write(SomePictures.screenshot(1200, 800), "png", folder.resolve("a")), "image/png");
        assertThat(screenshot.whole().type()).isEqualTo("image/png");

        var photo = Pictures.prints(
                SomePictures.write(SomePictures.photo(1200, 800), "png", folder.resolve("a")), "image/png");
        assertThat(photo.whole().type()).isEqualTo("image/jpeg");
    }

    @Test
    void faces_are_squares_and_covers_are_wide() throws IOException {
        var file = SomePictures.write(SomePictures.photo(2400, 1800), "jpeg", folder.resolve("a"));

        assertThat(Pictures.faces(file, "image/jpeg").sizes())
                .extracting(p -> p.width() + "x" + p.height())
                .containsExactly("96x96", "192x192");
        assertThat(Pictures.cover(file, "image/jpeg").sizes())
                .extracting(p -> p.width() + "x" + p.height())
                .containsExactly("800x320", "1600x640");

        var small = SomePictures.write(SomePictures.photo(100, 50), "jpeg", folder.resolve("b"));
        assertThat(Pictures.faces(small, "image/jpeg").whole().width()).isEqualTo(50);
        assertThat(Pictures.cover(small, "image/jpeg").whole())
                .extracting(p -> p.width() + "x" + p.height())
                .isEqualTo("100x40");
    }

    @Test
    void a_small_moving_picture_keeps_moving_without_its_comments() throws IOException {
        var prints = Pictures.prints(SomePictures.gif(200, 100, 3, folder.resolve("a")), "image/gif");

        assertThat(prints.sizes()).hasSize(1);
        assertThat(prints.whole().type()).isEqualTo("image/gif");
        assertThat(new String(prints.whole().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
        var reader = Original.reader("image/gif");
        Files.write(folder.resolve("b"), prints.whole().bytes());
        try (var content = new FileImageInputStream(folder.resolve("b").toFile())) {
            reader.setInput(content);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
        }
    }

    @Test
    void a_still_or_huge_gif_becomes_a_still_picture() throws IOException {
        var still = Pictures.prints(SomePictures.gif(200, 100, 1, folder.resolve("a")), "image/gif");
        assertThat(still.whole().type()).isEqualTo("image/png");
        var huge = Pictures.prints(SomePictures.gif(2500, 2000, 2, folder.resolve("b")), "image/gif");
        assertThat(huge.whole().type()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRmYAAABXRUJQVlA4IFoAAACwAwCdASooABQAPtFgqE8oJSOiJWsxABoJZADHI6x7oAKfYBoGCAD+6G4Es1C6lH6P//Egm0i6/xSyQyD2jldMyVmw"
                        + "bLz+cTitpzFQGcpUJNy6IQdSbPGgAAA=",
                "UklGRowAAABXRUJQVlA4TIAAAAAvJ8AEAH8iEEjC2Z9zAAIBylRhDTJpm/iXWCvbMf9F6CU6xO50AscBABDK2bZtZduu/dfqFdF/gkmaajvm+3k+rpfj"
                        + "YbtZLqaT4aBrqzJLo9BzLVNTJZFjKRJDIfD3ft1v59N+t17NZ+NRv9fURZ7Ege/Yhq7IAs/QBI7AwN/5AA=="
            })
    void web_pictures_are_read(String picture) throws IOException {
        Files.write(folder.resolve("a"), Base64.getDecoder().decode(picture));

        var whole = Pictures.prints(folder.resolve("a"), "image/webp").whole();

        assertThat(whole.type()).isEqualTo("image/jpeg");
        var image = SomePictures.read(whole);
        assertThat(image.getWidth()).isEqualTo(40);
        assertThat(reddish(image.getRGB(2, 10))).isTrue();
        assertThat(reddish(image.getRGB(37, 10))).isFalse();
    }

    @Test
    void what_is_too_much_is_refused_by_its_header() throws IOException {
        assertThat(code(png(40_000, 40_000), "image/png")).isEqualTo("file.too-many-pixels");
        assertThat(code(png(Integer.MAX_VALUE, Integer.MAX_VALUE), "image/png"))
                .isIn("file.too-many-pixels", "file.unreadable");
        assertThat(code(new byte[20_000_001], "image/jpeg")).isEqualTo("file.picture-too-large");
    }

    @Test
    void what_cannot_be_read_is_refused() throws IOException {
        assertThat(code("not a picture".getBytes(StandardCharsets.UTF_8), "image/jpeg"))
                .isEqualTo("file.unreadable");
        assertThat(code(new byte[0], "image/png")).isEqualTo("file.unreadable");
        assertThat(code(png(100, 100), "image/png")).isEqualTo("file.unreadable");
        assertThat(code("<svg/>".getBytes(StandardCharsets.UTF_8), "image/svg+xml"))
                .isEqualTo("file.unreadable");
        // One format under the name of another.
        var photo = Files.readAllBytes(SomePictures.write(SomePictures.photo(50, 50), "jpeg", folder.resolve("a")));
        assertThat(code(photo, "image/png")).isEqualTo("file.unreadable");
        var scans = new ByteArrayOutputStream();
        scans.write(photo, 0, photo.length - 2);
        for (var i = 0; i < 200; i++) {
            scans.write(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 12, 3, 1, 0, 2, 17, 3, 17, 0, 63, 0});
        }
        assertThat(code(scans.toByteArray(), "image/jpeg")).isEqualTo("file.unreadable");
    }

    /** In a machine of its own with little memory, since this one has plenty. */
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void forty_million_pixels_fit_into_little_memory(String format) throws Exception {
        var file = SomePictures.write(SomePictures.screenshot(8000, 5000), format, folder.resolve("large"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var path = System.getProperty("java.class.path");

        var process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        path,
                        InLittleMemory.class.getName(),
                        file.toString(),
                        "image/" + format)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "said"))
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("said")).content().contains("1920x1200");
        assertThat(process.exitValue()).isZero();
    }

    /** What runs in the other machine. */
    static final class InLittleMemory {
        private InLittleMemory() {}

        public static void main(String[] args) throws IOException {
            System.setProperty("java.awt.headless", "true");
            var whole = Pictures.prints(Path.of(args[0]), args[1]).whole();
            System.out.println(whole.width() + "x" + whole.height());
        }
    }

    private String code(byte[] content, String type) throws IOException {
        var file = folder.resolve("content");
        Files.write(file, content);
        var refusal = catchThrowableOfType(Refusal.class, () -> Pictures.prints(file, type));
        return refusal == null ? "none" : refusal.code();
    }

    /** The head of a PNG of that size, and no pixels. */
    private static byte[] png(int width, int height) {
        var header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }

    private static boolean isProgressive(byte[] jpeg) {
        for (var i = 0; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC2) {
                return true;
            }
        }
        return false;
    }

    private static boolean reddish(int rgb) {
        var colour = new Color(rgb);
        return colour.getRed() > colour.getBlue();
    }

    /** Seventy-four bytes that would take half a minute. */
    @Test
    void a_picture_of_one_endless_row_or_column_is_refused_by_its_header() throws IOException {
        assertThat(code(png(40_000_000, 1), "image/png")).isEqualTo("file.unreadable");
        assertThat(code(png(1, 40_000_000), "image/png")).isEqualTo("file.unreadable");
        assertThat(code(png(65_536, 2), "image/png")).isEqualTo("file.unreadable");
        assertThat(Pictures.prints(
                                SomePictures.write(SomePictures.photo(2, 65_000), "png", folder.resolve("a")),
                                "image/png")
                        .sizes())
                .hasSize(1);
    }

    @Test
    void a_moving_picture_whose_canvas_is_far_larger_than_its_first_frame_stands_still() throws IOException {
        var canvas = Files.readAllBytes(SomePictures.gif(20, 10, 3, folder.resolve("a")));
        for (var i = 6; i < 10; i++) {
            canvas[i] = (byte) 0xFF;
        }
        Files.write(folder.resolve("a"), canvas);

        assertThat(Pictures.prints(folder.resolve("a"), "image/gif").whole().type())
                .isNotEqualTo("image/gif");
        assertThat(Gif.moving(canvas)).isEmpty();
    }
}
