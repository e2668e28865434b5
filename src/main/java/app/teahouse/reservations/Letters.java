package app.teahouse.reservations;

import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The letters of a file whose encoding nobody says: UTF-8 with or without its mark, else what Chinese Windows writes. */
final class Letters {
    static final int MOST_BYTES = 10_000_000;

    private Letters() {}

    /** @throws Refusal {@code file.too-large}, {@code reservation.no-table} */
    static String of(InputStream content) throws IOException {
        var bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Refusal.invalid("file", "file.too-large").with("megabytes", MOST_BYTES / 1_000_000);
        }
        if (bytes.length > 1 && ((bytes[0] == 'P' && bytes[1] == 'K') || bytes[0] == 0)) {
            throw Refusal.invalid("file", "reservation.no-table");
        }
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }
}
