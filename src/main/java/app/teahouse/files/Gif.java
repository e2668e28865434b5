package app.teahouse.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the blocks of a GIF, so that an animated one can be kept moving but without what was written into it. */
final class Gif {
    private static final int MOST_FRAMES = 600;

    /** A reader's browser makes room for the whole canvas, whatever size the first frame has. */
    static final long MOST_PIXELS = 4_000_000;

    private final byte[] bytes;
    private final ByteArrayOutputStream kept;
    private int at;
    private int frames;

    private Gif(byte[] bytes) {
        this.bytes = bytes;
        this.kept = new ByteArrayOutputStream(bytes.length);
    }

    /** The same moving picture without comments and metadata; none if it does not move, or is damaged. */
    static Optional<byte[]> moving(byte[] bytes) {
        try {
            var gif = new Gif(bytes);
            return gif.copy() && gif.frames > 1 ? Optional.of(gif.kept.toByteArray()) : Optional.empty();
        } catch (ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private boolean copy() {
        if (isHuge(6)) {
            return false;
        }
        keep(13 + colours(bytes[10]));
        while (frames <= MOST_FRAMES) {
            switch (bytes[at] & 0xFF) {
                case 0x21 -> copyExtension();
                case 0x2C -> {
                    if (isHuge(at + 5)) {
                        return false;
                    }
                    copyFrame();
                }
                case 0x3B -> {
                    keep(1);
                    return true;
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether the width and height that stand here are those of too many pixels. */
    private boolean isHuge(int from) {
        return (long) number(from) * number(from + 2) > MOST_PIXELS;
    }

    private int number(int from) {
        return (bytes[from] & 0xFF) | (bytes[from + 1] & 0xFF) << 8;
    }

    private void copyFrame() {
        frames++;
        keep(10 + colours(bytes[at + 9]) + 1);
        keep(subBlocks(at) - at);
    }

    /** How a frame is shown and how often all is repeated stay; comments, texts and programs' data go. */
    private void copyExtension() {
        var label = bytes[at + 1] & 0xFF;
        var end = subBlocks(at + 2);
        if (label == 0xF9 || (label == 0xFF && isLoop())) {
            keep(end - at);
        } else {
            at = end;
        }
    }

    private boolean isLoop() {
        var name = new String(bytes, at + 3, 11, StandardCharsets.ISO_8859_1);
        return name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0");
    }

    /** Where a row of blocks that begins here ends. */
    private int subBlocks(int from) {
        var end = from;
        while (bytes[end] != 0) {
            end += 1 + (bytes[end] & 0xFF);
        }
        return end + 1;
    }

    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private void keep(int length) {
        if (at + length > bytes.length) {
            throw new ArrayIndexOutOfBoundsException(at + length);
        }
        kept.write(bytes, at, length);
        at += length;
    }
}
