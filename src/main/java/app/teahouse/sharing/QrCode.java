package app.teahouse.sharing;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code as an SVG path: every dark field is a unit square. Phones read it best dark on white with four fields of margin.
 *
 * @param size fields on a side, without margin
 */
public record QrCode(int size, String path) {

    public static QrCode of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            var path = new StringBuilder();
            for (var y = 0; y < matrix.getHeight(); y++) {
                for (var x = 0; x < matrix.getWidth(); x++) {
                    var from = x;
                    while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                        x++;
                    }
                    if (x > from) {
                        path.append('M').append(from).append(' ').append(y);
                        path.append('h')
                                .append(x - from)
                                .append("v1h")
                                .append(from - x)
                                .append('z');
                    }
                }
            }
            return new QrCode(matrix.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The view box of a picture of it with its margin. */
    public String viewBox() {
        return "-4 -4 " + (size + 8) + " " + (size + 8);
    }
}
