package app.teahouse.files;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Refusal.Fault;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture as it was uploaded, of which so far only the header has been read.
 *
 * @param type its media type, recognised by content
 * @param width of the stored rows; {@code turn} comes later
 * @param turn the orientation of EXIF, 1 to 8: 1 is upright
 */
record Original(Path file, String type, int width, int height, int turn) {
    static final long MOST_BYTES = 20_000_000;
    static final long MOST_PIXELS = 40_000_000;

    /** The reader for WebP is written in Java and keeps far more than a picture's pixels in memory. */
    static final long MOST_WEBP_PIXELS = 16_000_000;

    /** No JPEG or GIF can be wider or higher. A PNG can, and then a few bytes of it cost minutes and hundreds of megabytes. */
    private static final int MOST_SIDE = 65_535;

    private static final int MOST_SCANS = 100;

    /** @throws Refusal {@code file.picture-too-large}, {@code file.too-many-pixels} or {@code file.unreadable} */
    static Original look(Path file, String type) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw refusal("file.picture-too-large", Map.of("most", MOST_BYTES / 1_000_000));
        }
        var original = header(file, type);
        var most = type.equals("image/webp") ? MOST_WEBP_PIXELS : MOST_PIXELS;
        if ((long) original.width * original.height > most) {
            throw refusal("file.too-many-pixels", Map.of("most", most / 1_000_000));
        }
        if (original.width > MOST_SIDE || original.height > MOST_SIDE) {
            throw unreadable();
        }
        if (type.equals("image/jpeg") && scans(file) > MOST_SCANS) {
            throw unreadable();
        }
        return original;
    }

    static Refusal unreadable() {
        return Refusal.invalid("file", "file.unreadable");
    }

    /** Only a reader for what the file was recognised as: no other format can be slipped in. */
    static ImageReader reader(String type) {
        var readers = ImageIO.getImageReadersByMIMEType(type);
        if (!readers.hasNext()) {
            throw unreadable();
        }
        return readers.next();
    }

    private static Original header(Path file, String type) throws IOException {
        var reader = reader(type);
        try (var content = new MemoryCacheImageInputStream(Files.newInputStream(file))) {
            reader.setInput(content, true, true);
            return new Original(file, type, reader.getWidth(0), reader.getHeight(0), turn(file, type));
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static int turn(Path file, String type) {
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            var metadata = switch (type) {
                case "image/jpeg" -> JpegMetadataReader.readMetadata(content, List.of(new ExifReader()));
                case "image/webp" -> WebpMetadataReader.readMetadata(content);
                default -> new Metadata();
            };
            return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class))
                    .map(exif -> exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                    .filter(turn -> turn >= 1 && turn <= 8)
                    .orElse(1);
        } catch (Exception e) {
            // A picture with damaged facts about itself is still a picture.
            return 1;
        }
    }

    /** How often a JPEG goes over all its pixels: a small file with thousands of scans would keep us busy for minutes. */
    private static int scans(Path file) throws IOException {
        var scans = 0;
        try (var content = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var previous = 0;
            for (var b = content.read(); b >= 0; b = content.read()) {
                scans += previous == 0xFF && b == 0xDA ? 1 : 0;
                previous = b;
            }
        }
        return scans;
    }

    private static Refusal refusal(String code, Map<String, Object> facts) {
        return Refusal.invalid(List.of(new Fault("file", code, facts)));
    }
}
