package app.teahouse.ways;

import app.teahouse.kernel.Refusal;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture about money: a code to scan, or what a payer shows as proof. Drawn anew, so that nothing is left of the file but what one
 * sees, and small enough to lie in its row.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SmallPicture(byte[] bytes, String type) {
    private static final int MOST_UPLOADED = 10_000_000;
    private static final int MOST_STORED = 600_000;
    private static final long MOST_PIXELS = 16_000_000;
    private static final int SIDE = 1000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "jpg");

    /** @throws Refusal of kind INVALID for {@code field} */
    public static SmallPicture of(String field, byte[] uploaded) {
        if (uploaded.length > MOST_UPLOADED) {
            throw Refusal.invalid(field, "file.too-large");
        }
        try {
            return encode(field, small(field, uploaded));
        } catch (IOException e) {
            throw Refusal.invalid(field, "file.unreadable");
        }
    }

    /** The header is read first, and one picture at a time is in memory: small files can be huge pictures. */
    private static BufferedImage small(String field, byte[] uploaded) throws IOException {
        synchronized (FORMATS) {
            try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
                var reader = reader(field, input);
                try {
                    reader.setInput(input, true, true);
                    if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                        throw Refusal.invalid(List.of(new Refusal.Fault(
                                field, "file.too-many-pixels", Map.of("most", MOST_PIXELS / 1_000_000))));
                    }
                    return scaled(reader.read(0));
                } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                    throw new IOException(e);
                } finally {
                    reader.dispose();
                }
            }
        }
    }

    private static ImageReader reader(String field, ImageInputStream input) throws IOException {
        var readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            var reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw Refusal.invalid(field, "file.unreadable");
    }

    private static BufferedImage scaled(BufferedImage image) {
        var scale = Math.min(1.0, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return small;
    }

    /** Codes stay sharp as PNG; a photograph becomes JPEG. */
    private static SmallPicture encode(String field, BufferedImage image) throws IOException {
        for (var format : new String[] {"png", "jpeg"}) {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            if (out.size() <= MOST_STORED) {
                return new SmallPicture(out.toByteArray(), "image/" + format);
            }
        }
        throw Refusal.invalid(field, "file.too-large");
    }
}
