package app.teahouse.formats;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of text of any encoding, and gives up on one that is too long without holding it. */
final class Bytes implements AutoCloseable {
    static final Charset CHINESE = Charset.forName("GB18030");

    private final InputStream in;
    private final int most;
    private int line;
    private boolean tooLong;

    Bytes(InputStream in, int most) {
        this.in = new BufferedInputStream(in, 64 * 1024);
        this.most = most;
    }

    /** The next line without its end, or null; an empty one where {@link #tooLong} is true. */
    @Nullable
    String next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        tooLong = false;
        var any = false;
        for (var one = in.read(); one >= 0; one = in.read()) {
            any = true;
            if (one == '\n') {
                break;
            }
            if (bytes.size() < most) {
                bytes.write(one);
            } else {
                tooLong = true;
            }
        }
        if (!any) {
            return null;
        }
        line++;
        return tooLong ? "" : text(bytes.toByteArray()).strip();
    }

    int line() {
        return line;
    }

    boolean tooLong() {
        return tooLong;
    }

    /** UTF-8, with or without its mark, or else the encoding of Chinese Windows. */
    static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, CHINESE);
        }
    }

    /** The letters a file begins with, where its end may stand in the middle of one. */
    static String beginning(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
