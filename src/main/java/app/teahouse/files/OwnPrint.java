package app.teahouse.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Recognises a picture that a site like this one wrote: it holds the picture and nothing else. Such a one can be kept as it is when a
 * circle comes in; any other is made anew, like an upload.
 */
final class OwnPrint {
    private static final Set<String> PNG_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND", "sRGB", "gAMA");

    private OwnPrint() {}

    static boolean is(byte[] bytes, String type) {
        try {
            return switch (type) {
                case "image/png" -> png(bytes);
                case "image/jpeg" -> jpeg(bytes);
                case "image/gif" ->
                    Gif.moving(bytes).filter(same -> Arrays.equals(same, bytes)).isPresent();
                default -> false;
            };
        } catch (ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }

    private static boolean png(byte[] bytes) {
        var at = 8;
        while (true) {
            var length = (number(bytes, at) << 16) | number(bytes, at + 2);
            var name = new String(bytes, at + 4, 4, StandardCharsets.US_ASCII);
            if (length < 0 || !PNG_CHUNKS.contains(name)) {
                return false;
            }
            at += 12 + length;
            if (name.equals("IEND")) {
                return length == 0 && at == bytes.length;
            }
        }
    }

    /** Tables, frame and scan, after a JFIF head without a thumbnail; no comment, no Exif, and nothing behind the end. */
    private static boolean jpeg(byte[] bytes) {
        var at = 2;
        while (true) {
            if ((bytes[at] & 0xFF) != 0xFF) {
                return false;
            }
            var marker = bytes[at + 1] & 0xFF;
            if (marker == 0xD9) {
                return at + 2 == bytes.length;
            }
            var length = number(bytes, at + 2);
            if (!isPicture(marker, length)) {
                return false;
            }
            at += 2 + length;
            if (marker == 0xDA) {
                at = behindScan(bytes, at);
            }
        }
    }

    private static boolean isPicture(int marker, int length) {
        return switch (marker) {
            case 0xE0 -> length == 16;
            case 0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xDA, 0xDD -> length >= 2;
            default -> false;
        };
    }

    private static int behindScan(byte[] bytes, int from) {
        var at = from;
        while (true) {
            var next = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) == 0xFF && next != 0 && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
            at++;
        }
    }

    private static int number(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
