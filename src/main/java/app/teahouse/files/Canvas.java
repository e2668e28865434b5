package app.teahouse.files;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns, cuts and shrinks pictures in memory. Nothing is ever made larger. */
final class Canvas {
    private Canvas() {}

    /** In plain red, green and blue, with transparency only where there is any: so all that follows is fast and alike. */
    static BufferedImage plain(BufferedImage image) {
        return draw(image, image.getWidth(), image.getHeight(), new AffineTransform(), isTransparent(image));
    }

    /** As the camera was held, by the orientation of EXIF, 1 to 8. */
    static BufferedImage upright(BufferedImage image, int turn) {
        if (turn == 1) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var move = switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        var lies = turn >= 5;
        return draw(
                image,
                lies ? height : width,
                lies ? width : height,
                move,
                image.getColorModel().hasAlpha());
    }

    /** At most so wide. */
    static BufferedImage fit(BufferedImage image, int width) {
        if (image.getWidth() <= width) {
            return image;
        }
        var height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
        return scaled(image, width, height);
    }

    /** The middle, in the shape of {@code width} to {@code height} and at most so large. */
    static BufferedImage crop(BufferedImage image, int width, int height) {
        var scale = Math.min(1.0, Math.min((double) image.getWidth() / width, (double) image.getHeight() / height));
        var targetWidth = Math.max(1, (int) Math.round(width * scale));
        var targetHeight = Math.max(1, (int) Math.round(height * scale));

        var cut = Math.min((double) image.getWidth() / targetWidth, (double) image.getHeight() / targetHeight);
        var cutWidth = Math.min(image.getWidth(), (int) Math.round(targetWidth * cut));
        var cutHeight = Math.min(image.getHeight(), (int) Math.round(targetHeight * cut));
        var left = (image.getWidth() - cutWidth) / 2;
        // Faces are rather above the middle.
        var top = (image.getHeight() - cutHeight) * 2 / 5;
        return scaled(image.getSubimage(left, top, cutWidth, cutHeight), targetWidth, targetHeight);
    }

    /** The average colour over white, as {@code #rrggbb}. */
    static String colour(BufferedImage image) {
        long red = 0;
        long green = 0;
        long blue = 0;
        var step = Math.max(1, Math.max(image.getWidth(), image.getHeight()) / 64);
        var count = 0;
        for (var y = 0; y < image.getHeight(); y += step) {
            for (var x = 0; x < image.getWidth(); x += step) {
                var pixel = image.getRGB(x, y);
                var alpha = pixel >>> 24;
                red += over(pixel >> 16 & 0xFF, alpha);
                green += over(pixel >> 8 & 0xFF, alpha);
                blue += over(pixel & 0xFF, alpha);
                count++;
            }
        }
        return "#%02x%02x%02x".formatted(red / count, green / count, blue / count);
    }

    static boolean isTransparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 < 250) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int over(int colour, int alpha) {
        return (colour * alpha + 255 * (255 - alpha)) / 255;
    }

    /** By halves first, so that every pixel counts: a jump to a small size would pick some and drop the others. */
    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var at = image;
        while (at.getWidth() >= width * 2 && at.getHeight() >= height * 2) {
            at = resized(at, at.getWidth() / 2, at.getHeight() / 2);
        }
        return at.getWidth() == width && at.getHeight() == height ? at : resized(at, width, height);
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        var scale = AffineTransform.getScaleInstance(
                (double) width / image.getWidth(), (double) height / image.getHeight());
        return draw(image, width, height, scale, image.getColorModel().hasAlpha());
    }

    private static BufferedImage draw(
            BufferedImage image, int width, int height, AffineTransform move, boolean transparent) {
        var type = transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var target = new BufferedImage(width, height, type);
        Graphics2D pen = target.createGraphics();
        pen.setComposite(AlphaComposite.Src);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, move, null);
        pen.dispose();
        return target;
    }
}
