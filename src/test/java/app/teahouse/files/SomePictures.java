package app.teahouse.files;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;

/** Draws the pictures that tests upload. */
final class SomePictures {
    private SomePictures() {}

    /** Red at the left, blue at the right, with the noise of a camera. */
    static BufferedImage photo(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(220, 40, 40), width, 0, new Color(40, 40, 220)));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var random = new Random(7);
        for (var i = 0; i < width * height / 4; i++) {
            var x = random.nextInt(width);
            var y = random.nextInt(height);
            image.setRGB(x, y, image.getRGB(x, y) ^ random.nextInt(0x20) * 0x010101);
        }
        return image;
    }

    static BufferedImage screenshot(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        for (var y = 10; y < height; y += 40) {
            for (var x = 10; x < width; x += 90) {
                pen.drawRect(x, y, 60, 12);
            }
        }
        pen.dispose();
        return image;
    }

    static BufferedImage sticker(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(Color.GREEN);
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        return image;
    }

    static Path write(BufferedImage image, String format, Path file) throws IOException {
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    /** A JPEG that says how the camera was held, where it was, and who held it. */
    static Path withExif(BufferedImage image, int turn, Path file) throws IOException {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", plain);
        var bytes = plain.toByteArray();
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, 2);
        out.write(exif(turn));
        out.write(bytes, 2, bytes.length - 2);
        Files.write(file, out.toByteArray());
        return file;
    }

    private static byte[] exif(int turn) {
        var artist = "Agent Secret in Hangzhou\0".getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + artist.length);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) turn)
                .putShort((short) 0);
        tiff.putShort((short) 0x013B).putShort((short) 2).putInt(artist.length).putInt(38);
        tiff.putInt(0).put(artist);
        var segment = ByteBuffer.allocate(4 + 6 + tiff.capacity());
        segment.putShort((short) 0xFFE1).putShort((short) (2 + 6 + tiff.capacity()));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        return segment.array();
    }

    /** A GIF of so many frames, with a comment in it. */
    static Path gif(int width, int height, int frames, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        Files.deleteIfExists(file);
        try (var out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var i = 0; i < frames; i++) {
                var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
                var pen = image.createGraphics();
                pen.setColor(i % 2 == 0 ? Color.RED : Color.BLUE);
                pen.fillRect(0, 0, width, height);
                pen.dispose();
                var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
                var root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_gif_image_1.0");
                var comments = new IIOMetadataNode("CommentExtensions");
                var comment = new IIOMetadataNode("CommentExtension");
                comment.setAttribute("value", "secret comment");
                comments.appendChild(comment);
                root.appendChild(comments);
                metadata.setFromTree("javax_imageio_gif_image_1.0", root);
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    static BufferedImage read(Picture picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
