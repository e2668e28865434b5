package app.teahouse.files;

import app.teahouse.kernel.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes uploaded pictures fit for readers: upright, in the sizes that screens need, and without the place where they were taken.
 *
 * <p>A picture is small on disk and huge in memory. So the header is read first, large ones are thinned out while they are read,
 * and only one is in memory at a time.
 */
final class Pictures {
    private static final int[] WIDTHS = {480, 960, 1920};
    private static final int[] FACES = {96, 192};
    private static final int COVER_WIDTH = 1600;
    private static final int COVER_HEIGHT = 640;

    private static final long MOST_PIXELS_IN_MEMORY = 16_000_000;
    private static final long MOST_MOVING_BYTES = 5_000_000;
    private static final int MOST_SECONDS_WAITING = 20;

    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

    private Pictures() {}

    /**
     * The sizes for posts: up to 480, 960 and 1920 pixels wide. A GIF that moves is kept as it is, without its comments, if it
     * is small; of others the first frame stays.
     *
     * @throws Refusal {@code file.picture-too-large}, {@code file.too-many-pixels}, {@code file.unreadable}, {@code file.busy}
     */
    static Prints prints(Path file, String type) throws IOException {
        var original = Original.look(file, type);
        return alone(() -> {
            var image = read(original);
            var moving = moving(original);
            if (moving.isPresent()) {
                return new Prints(List.of(moving.get()), Canvas.colour(image));
            }
            var widths = new ArrayList<Integer>();
            for (var width : WIDTHS) {
                if (width < image.getWidth()) {
                    widths.add(width);
                }
            }
            if (widths.size() < WIDTHS.length) {
                widths.add(image.getWidth());
            }
            return prints(image, original, widths);
        });
    }

    /**
     * The sizes of a picture that comes with a circle. What was made by a site like this one stays as it is, byte by byte.
     *
     * @throws Refusal as {@link #prints}
     */
    static Prints again(Path file, String type) throws IOException {
        var bytes = Files.size(file) <= Original.MOST_BYTES ? Files.readAllBytes(file) : new byte[0];
        if (!OwnPrint.is(bytes, type) || type.equals("image/gif")) {
            return prints(file, type);
        }
        var original = Original.look(file, type);
        return alone(() -> {
            var image = read(original);
            var sizes = new ArrayList<Picture>();
            sizes.add(new Picture(bytes, type, original.width(), original.height()));
            var at = image;
            for (var i = WIDTHS.length - 1; i >= 0; i--) {
                if (WIDTHS[i] < original.width()) {
                    at = Canvas.fit(at, WIDTHS[i]);
                    sizes.addFirst(Encoding.encode(at, isDrawn(original)));
                }
            }
            return new Prints(List.copyOf(sizes), Canvas.colour(at));
        });
    }

    /** A member's or circle's picture: squares of 96 and 192 pixels, or smaller if there is no more. */
    static Prints faces(Path file, String type) throws IOException {
        var original = Original.look(file, type);
        return alone(() -> {
            var image = read(original);
            var sizes = new ArrayList<Picture>();
            for (var side : FACES) {
                sizes.add(Encoding.encode(Canvas.crop(image, side, side), isDrawn(original)));
            }
            return new Prints(sizes, Canvas.colour(image));
        });
    }

    /** A circle's cover: 1600 to 640, or smaller in that shape; and half of that for phones. */
    static Prints cover(Path file, String type) throws IOException {
        var original = Original.look(file, type);
        return alone(() -> {
            var image = Canvas.crop(read(original), COVER_WIDTH, COVER_HEIGHT);
            return prints(image, original, List.of(Math.max(1, image.getWidth() / 2), image.getWidth()));
        });
    }

    private static Prints prints(BufferedImage image, Original original, List<Integer> widths) throws IOException {
        var sizes = new ArrayList<Picture>();
        var at = image;
        // From large to small, each from the one before.
        for (var width : widths.reversed()) {
            at = Canvas.fit(at, width);
            sizes.addFirst(Encoding.encode(at, isDrawn(original)));
        }
        return new Prints(List.copyOf(sizes), Canvas.colour(at));
    }

    private static BufferedImage read(Original original) {
        var reader = Original.reader(original.type());
        try (var content = new MemoryCacheImageInputStream(Files.newInputStream(original.file()))) {
            reader.setInput(content, true, true);
            var param = reader.getDefaultReadParam();
            var step = step(original);
            param.setSourceSubsampling(step, step, 0, 0);
            return Canvas.upright(Canvas.plain(reader.read(0, param)), original.turn());
        } catch (IOException | RuntimeException e) {
            throw Original.unreadable();
        } finally {
            reader.dispose();
        }
    }

    /** Which pixels are kept in memory: all, or each second in both directions, and so on. */
    private static int step(Original original) {
        var step = 1;
        while ((long) original.width() * original.height() / ((long) step * step) > MOST_PIXELS_IN_MEMORY) {
            step++;
        }
        return step;
    }

    private static Optional<Picture> moving(Original original) throws IOException {
        var small = Files.size(original.file()) <= MOST_MOVING_BYTES
                && (long) original.width() * original.height() <= Gif.MOST_PIXELS;
        if (!original.type().equals("image/gif") || !small) {
            return Optional.empty();
        }
        return Gif.moving(Files.readAllBytes(original.file()))
                .map(bytes -> new Picture(bytes, "image/gif", original.width(), original.height()));
    }

    private static boolean isDrawn(Original original) {
        return original.type().equals("image/png") || original.type().equals("image/gif");
    }

    private static Prints alone(Work work) throws IOException {
        try {
            if (!ONE_AT_A_TIME.tryAcquire(MOST_SECONDS_WAITING, TimeUnit.SECONDS)) {
                throw Refusal.busy("file.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy("file.busy");
        }
        try {
            return work.make();
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private interface Work {
        Prints make() throws IOException;
    }
}
