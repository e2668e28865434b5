package app.teahouse.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a picture in the format that suits it, and nothing but the picture. */
final class Encoding {
    private static final float QUALITY = 0.82f;

    private Encoding() {}

    /**
     * Transparent pictures become PNG, photographs JPEG. Drawings and screenshots become PNG if that is not much larger, since
     * JPEG blurs letters.
     *
     * @param drawn whether it came in a format that people use for drawings and screenshots
     */
    static Picture encode(BufferedImage image, boolean drawn) throws IOException {
        if (Canvas.isTransparent(image)) {
            return picture(png(image), "image/png", image);
        }
        var jpeg = jpeg(image);
        if (drawn) {
            var png = png(image);
            if (png.length < jpeg.length * 3L / 2) {
                return picture(png, "image/png", image);
            }
        }
        return picture(jpeg, "image/jpeg", image);
    }

    private static Picture picture(byte[] bytes, String type, BufferedImage image) {
        return new Picture(bytes, type, image.getWidth(), image.getHeight());
    }

    private static byte[] png(BufferedImage image) throws IOException {
        return write(image, "png", param -> {});
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        return write(image, "jpeg", param -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        });
    }

    private static byte[] write(BufferedImage image, String format, Consumer<ImageWriteParam> how) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            how.accept(param);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
