package app.teahouse.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.teahouse.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class SniffTest {

    @Test
    void files_are_recognised_by_what_is_in_them() throws IOException {
        assertSniff(hex("ffd8ffe000104a46494600010100"), "x.png", Kind.PICTURE, "image/jpeg");
        assertSniff(hex("89504e470d0a1a0a0000000d49484452"), "x", Kind.PICTURE, "image/png");
        assertSniff(bytes("GIF89a......"), "x.html", Kind.PICTURE, "image/gif");
        assertSniff(bytes("RIFF....WEBPVP8 "), "x", Kind.PICTURE, "image/webp");
        assertSniff(bytes("ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000"), "x", Kind.AUDIO, "audio/mpeg");
        assertSniff(hex("fffb9064000000000000"), "song.mp3", Kind.AUDIO, "audio/mpeg");
        assertSniff(bytes("\0\0\0 ftypM4A \0\0\0\0"), "x", Kind.AUDIO, "audio/mp4");
        assertSniff(bytes("\0\0\0 ftypisom\0\0\0\0"), "x.m4a", Kind.AUDIO, "audio/mp4");
        assertSniff(bytes("\0\0\0 ftypisom\0\0\0\0"), "x.mp4", Kind.VIDEO, "video/mp4");
        assertSniff(bytes("\0\0\0 ftypmp42\0\0\0\0"), "x", Kind.VIDEO, "video/mp4");
        assertSniff(bytes("%PDF-1.7\n"), "x.mp4", Kind.DOCUMENT, "application/pdf");
        assertSniff(zip("a.txt"), "x.zip", Kind.DOCUMENT, "application/zip");
        assertSniff(
                zip("[Content_Types].xml"),
                "x.docx",
                Kind.DOCUMENT,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertSniff(bytes("Just words, 只是文字"), "x.txt", Kind.DOCUMENT, "text/plain");
        assertSniff(bytes("# Tea\n\n* a"), "x.md", Kind.DOCUMENT, "text/markdown");
        assertSniff(bytes("a,b\n1,2\n"), "x.csv", Kind.DOCUMENT, "text/csv");
    }

    @Test
    void what_could_run_in_a_browser_is_never_shown() throws IOException {
        var unknown = "application/octet-stream";
        assertSniff(bytes("<!DOCTYPE html><script>alert(1)</script>"), "x.jpg", Kind.OTHER, unknown);
        assertSniff(bytes("<html><body>x"), "x.txt", Kind.OTHER, unknown);
        assertSniff(
                bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), "x.png", Kind.OTHER, unknown);
        assertSniff(
                bytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                "x.svg",
                Kind.OTHER,
                unknown);
        assertSniff(bytes("<?xml version=\"1.0\"?><a/>"), "x.xml", Kind.OTHER, unknown);
        assertSniff(bytes("alert(1)"), "x.js", Kind.OTHER, unknown);
        assertSniff(bytes("MZ\u0090\0\u0003\0\0\0"), "x.exe", Kind.OTHER, unknown);
        assertSniff(hex("49492a0008000000"), "x.tiff", Kind.OTHER, unknown);
        assertSniff(new byte[0], "x.jpg", Kind.OTHER, unknown);
        assertSniff(hex("00010203040506"), "x.mp3", Kind.OTHER, unknown);
    }

    @Test
    void photos_that_only_some_phones_can_open_are_refused() {
        for (var brand : new String[] {"heic", "heix", "mif1"}) {
            var content = bytes("\0\0\0\u0018ftyp" + brand + "\0\0\0\0" + brand + "heic");
            var refusal = catchThrowableOfType(Refusal.class, () -> sniff(content, "IMG_1.HEIC"));
            assertThat(refusal).as(brand).isNotNull();
            assertThat(refusal.code()).isEqualTo("file.heic");
        }
    }

    private static void assertSniff(byte[] content, String name, Kind kind, String type) throws IOException {
        assertThat(sniff(content, name)).as(name).isEqualTo(new Sniff(kind, type));
    }

    private static Sniff sniff(byte[] content, String name) throws IOException {
        return Sniff.of(new ByteArrayInputStream(content), name);
    }

    private static byte[] zip(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        var latin = text.chars().allMatch(c -> c < 256);
        return text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
