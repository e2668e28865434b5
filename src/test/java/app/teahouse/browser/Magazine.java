package app.teahouse.browser;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** The archive of a small weekly as somebody brings it along: issues in Markdown, pictures, and one thing that is missing. */
final class Magazine {
    static final int ISSUES = 8;
    static final String LONGEST = "Issue 3: Water";

    private static final String MANIFEST = """
            file,published,title,author,tags
            issues/001.md,2021-03-05,Issue 1: A kettle,Lu Yu,weekly;begin
            issues/002.md,2021-03-12,Issue 2: Leaves,Lu Yu,weekly
            issues/003.md,2021-03-19,Issue 3: Water,Lu Yu,weekly
            issues/004.md,2021-03-26,Issue 4: Cups,Hannah,weekly
            issues/005.md,2021-04-02,Issue 5: 春茶,陆羽,weekly;春茶
            issues/006.md,2021-04-09,Issue 6: Guests,Lu Yu,weekly
            issues/007.md,2021-04-16,Issue 7: Silence,Lu Yu,weekly
            """;

    private Magazine() {}

    static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "manifest.csv", text(MANIFEST));
            put(zip, "issues/001.md", text(issue("Issue 1: A kettle", "Go on with [the leaves](002.md).")));
            put(zip, "issues/002.md", text(issue("Issue 2: Leaves", "![Leaves](../pictures/leaves.png)")));
            put(
                    zip,
                    "issues/003.md",
                    text(issue("Issue 3: Water", "![A spring](../pictures/spring.jpg)\n\n" + manySprings())));
            put(zip, "issues/004.md", text(issue("Issue 4: Cups", "| Cup | Holds |\n|---|---|\n| small | 30 ml |\n")));
            put(zip, "issues/005.md", text("# Issue 5: 春茶\n\n明前的龙井，水温八十度，三分钟。\n\n- 先闻香\n- 再看色\n"));
            put(zip, "issues/006.md", text(issue("Issue 6: Guests", "> Who comes is welcome.\n")));
            put(zip, "issues/007.md", text(issue("Issue 7: Silence", "![Lost](../pictures/lost.png)")));
            put(
                    zip,
                    "issues/008.md",
                    text("---\ntitle: Issue 8: Ending\ndate: 2021-04-23\ntags: [weekly]\n---\n\nGoodbye.\n"));
            put(zip, "pictures/leaves.png", picture("png", 1400, 900));
            put(zip, "pictures/spring.jpg", picture("jpg", 1600, 1000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(110, 160, 140), width, height, new Color(240, 230, 200)));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String issue(String title, String text) {
        return "# " + title + "\n\nEvery week a little about tea, for people who like to sit.\n\n" + text + "\n";
    }

    /** More than a phone shows at once, so that there is something to go on with. */
    private static String manySprings() {
        var text = new StringBuilder();
        for (var part = 1; part <= 12; part++) {
            text.append("## Spring ").append(part).append("\n\n");
            text.append("Water decides more than the leaf does, and nobody believes it until they tried. ".repeat(5))
                    .append("\n\n");
        }
        return text.append("The last word is water.\n").toString();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
    }
}
