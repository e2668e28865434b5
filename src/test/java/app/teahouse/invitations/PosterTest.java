package app.teahouse.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.ReadingRules;
import app.teahouse.sharing.QrCode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The poster is well-formed whatever the circle is called, and its code leads where it should. */
class PosterTest {
    private static final Pattern FIELDS = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    @Test
    void the_code_is_read_by_a_phone() throws Exception {
        var address = "https://circles.example.org/i/abcdefghijklmnopqrstuv";
        var code = QrCode.of(address);
        var scale = 4;
        var width = (code.size() + 8) * scale;
        var pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        FIELDS.matcher(code.path()).results().forEach(match -> {
            var y = (Integer.parseInt(match.group(2)) + 4) * scale;
            var from = (Integer.parseInt(match.group(1)) + 4) * scale;
            var to = from + Integer.parseInt(match.group(3)) * scale;
            for (var row = y; row < y + scale; row++) {
                Arrays.fill(pixels, row * width + from, row * width + to, 0);
            }
        });
        var read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))));
        assertThat(read.getText()).isEqualTo(address);
        assertThat(read.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
    }

    @Test
    void any_name_makes_a_well_formed_picture() throws Exception {
        for (var name : new String[] {"Tea & <Time> \"x\"", "一个名字很长很长很长很长很长很长很长很长很长的品茶读书写字圈子", "🍵 tea"}) {
            var face = new Face(
                    new CircleId(Ids.next()),
                    "tea",
                    name,
                    "Slow tea, slowly, for people who have no time for anything slow at all.",
                    "plum",
                    null,
                    Locale.ENGLISH,
                    ZoneId.of("Asia/Shanghai"),
                    false,
                    false,
                    ReadingRules.NONE);
            var svg = new Poster().draw(face, QrCode.of("https://example.org/i/x"), "Scan to join", "Teahouse");
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
            assertThat(root.getTagName()).isEqualTo("svg");
            assertThat(root.getTextContent()).contains("Scan to join");
        }
    }

    @Test
    void long_words_are_broken_into_few_lines() {
        assertThat(Poster.broken("茶".repeat(100), 84))
                .hasSize(4)
                .last()
                .asString()
                .endsWith("…");
        assertThat(Poster.broken("Slow tea", 84)).containsExactly("Slow tea");
        assertThat(Poster.broken("word ".repeat(30).strip(), 84)).allMatch(line -> !line.startsWith(" "));
    }
}
