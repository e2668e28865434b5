package app.teahouse.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.arrivals.BeginArrival.Wish;
import app.teahouse.exports.SomeExports;
import app.teahouse.files.KeepFile;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Archives that somebody crafted: each says what is wrong with it, and leaves nothing behind. */
@TeahouseTest
@Tag("once")
class HostileArrivalTest extends HostileGround {
    @Autowired
    SomePeople people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomeExports exports;

    @Autowired
    KeepFile keepFile;

    @Test
    void what_is_wrong_is_said_with_its_line() throws IOException {
        refuses(
                "luggage.bad-value",
                entries -> change(entries, "data/members.membership/000001.jsonl", "\"number\":2", "\"number\":\"2\""));
        refuses(
                "luggage.impossible",
                entries -> change(entries, "data/members.membership/000001.jsonl", "\"number\":2", "\"number\":1"));
        refuses(
                "luggage.impossible",
                entries -> change(
                        entries, "data/members.membership/000001.jsonl", "\"state\":\"active\"", "\"state\":\"king\""));
        refuses(
                "luggage.bad-value",
                entries -> change(entries, "data/circles.circle/000001.jsonl", "\"zone\":\"", "\"zone\":\"Mars/"));
        refuses("luggage.no-json", entries -> change(entries, "data/content.post/000001.jsonl", "{", "["));
        refuses("luggage.missing", entries -> entries.remove("data/content.post/000001.jsonl"));
        refuses("luggage.missing-words", entries -> entries.remove("posts/1.md"));
        refuses("arrival.no-owner", entries -> change(entries, "circle.json", "\"owner\" : 1", "\"owner\" : 2"));
    }

    private static void change(Map<String, String> entries, String name, String from, String to) {
        assertThat(entries.get(name)).contains(from);
        entries.computeIfPresent(name, (_, text) -> text.replace(from, to));
    }

    @Test
    void what_is_no_export_is_not_taken_in() throws IOException {
        var person = people.someone("Founder");
        assertThatThrownBy(() -> bring(person, "no zip at all".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("luggage.no-zip");
        assertThatThrownBy(() -> bring(person, Files.readAllBytes(write(Map.of("a.md", "Words")))))
                .hasMessage("luggage.no-circle");
        assertThatThrownBy(() -> bring(
                        person,
                        Files.readAllBytes(
                                write(Map.of("circle.json", "{\"format\":\"teahouse-circle\",\"version\":9}")))))
                .hasMessage("luggage.other-version");
        var whole = Files.readAllBytes(some.left(null).file());
        assertThatThrownBy(() -> bring(person, Arrays.copyOf(whole, whole.length / 2)))
                .hasMessage("luggage.no-zip");
        var twice = new String(whole, StandardCharsets.ISO_8859_1)
                .replace("posts/2.md", "posts/1.md")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> bring(person, twice)).hasMessage("luggage.twice");
    }

    /** Nothing is laid down under a name that stands in an archive, so the way out of a folder leads nowhere. */
    @Test
    void strange_names_and_columns_are_passed_over() throws IOException {
        var left = some.left(null);
        var entries = new TreeMap<>(SomeExports.entries(left.file()));
        entries.put("../../../../tmp/evil.md", "Evil");
        entries.put("posts/../../evil.md", "Evil");
        change(
                entries,
                "data/content.post/000001.jsonl",
                "{\"",
                "{\"html\":\"<script>alert(1)</script>\",\"operator\":true,\"");
        change(entries, "posts/2.md", "Hello @2", "<script>alert(1)</script> Hello");
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, write(entries));
        beginArrival.begin(person, circle, new Wish(SomeLeft.slug(), null, true));
        arrivals.work(person, circle);

        var view = sheet.one(person, circle);
        assertThat(view.problem()).isEmpty();
        assertThat(view.state()).isEqualTo("done");
        assertThat(view.strange()).isEqualTo(2);
        assertThat(view.unknown()).containsExactlyInAnyOrder("html", "operator");
        assertThat(jdbc.queryForList("select html from content.post where circle_id = ?", String.class, circle.value()))
                .noneMatch(html -> html.contains("<script"));
    }

    /** What a link would lead to is only its text here: nothing is unpacked on the disk, and a link is no post. */
    @Test
    void a_symbolic_link_is_a_text_like_any_other() throws IOException {
        var left = some.left(null);
        var linked = asLink(left.file(), "posts/1.md", "/etc/passwd");
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, linked);
        beginArrival.begin(person, circle, new Wish(SomeLeft.slug(), null, true));
        arrivals.work(person, circle);

        assertThat(sheet.one(person, circle).state()).isEqualTo("done");
        assertThat(jdbc.queryForObject(
                        "select body from content.post where circle_id = ? and number = 1",
                        String.class,
                        circle.value()))
                .isEqualTo("/etc/passwd");
    }

    private Path asLink(Path file, String name, String target) throws IOException {
        var entries = new TreeMap<>(SomeExports.entries(file));
        entries.put(name, target);
        var changed = Files.readAllBytes(write(entries));
        var at = listed(changed, name);
        // As unpacking tools mark it: made on Unix, mode 0120777.
        ByteBuffer.wrap(changed)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(at + 5, (byte) 3)
                .putInt(at + 38, 0xA1FF << 16);
        return Files.write(folder.resolve(UUID.randomUUID() + ".zip"), changed);
    }

    @Test
    void a_picture_that_is_another_one_is_refused() throws IOException {
        var owner = circles.someOwner();
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
        var kept = keepFile.keep(
                owner.circle(), owner.account(), "leaf.png", new ByteArrayInputStream(picture.toByteArray()));
        posts.somePost(owner.member(), "Leaf", "![leaf](" + kept.address() + ")");
        var file = exports.export(owner, null);
        var other = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(41, 30, BufferedImage.TYPE_INT_RGB), "png", other);

        var person = owner.member().person();
        var circle = arrivals.bring(person, withPicture(file, other.toByteArray()));
        beginArrival.begin(person, circle, new Wish(SomeLeft.slug(), null, true));
        arrivals.work(person, circle);

        hasFailed(person, circle, "luggage.digest-differs");
    }

    private Path withPicture(Path file, byte[] picture) throws IOException {
        var changed = folder.resolve(UUID.randomUUID() + ".zip");
        try (var in = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (var entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().startsWith("files/")
                                ? picture
                                : in.getInputStream(entry).readAllBytes());
            }
        }
        return changed;
    }
}
