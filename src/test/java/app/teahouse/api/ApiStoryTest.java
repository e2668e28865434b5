package app.teahouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.accounts.SomePeople;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main story of the product, told by two programs: nothing in it needs a page but making the tokens. */
@TeahouseTest
class ApiStoryTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String name = "Hill of Tea " + UUID.randomUUID();
    private Program hannah;
    private Program mei;
    private String circle = "";

    @BeforeEach
    void two_people_with_tokens() {
        hannah = program("Hannah", "read", "write", "manage");
        mei = program("Mei", "read", "write");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Program program(String who, String... scopes) {
        var token = tokens.some(people.someone(who), scopes);
        return new Program(client, "http://localhost:" + port + "/api/v1", token);
    }

    @Test
    void two_programs_make_a_circle_talk_in_it_and_part() throws Exception {
        found();
        join(invite());
        assertThat(members(hannah)).containsExactlyInAnyOrder("Hannah", "Mei");
        hannah.post(circle + "/tags", Map.of("name", "cups")).is(201);

        var post = write_with_a_picture();
        hannah.put(circle + "/posts/" + post + "/reaction", Map.of("kind", "like"))
                .is(200);
        var comment = comment_with_a_mention(post);
        hear_of_it(post, comment);
        highlight_and_tag(post);
        find_in_the_feed(post);
        mark_all_read();
        leave();
    }

    private void found() {
        var wish = Map.of("name", name, "promise", "One good cup a week.", "type", "private", "language", "en");
        circle = "/circles/" + hannah.post("/circles", wish).is(201).text("slug");

        assertThat(hannah.get(circle + "/settings").text("name")).isEqualTo(name);
        assertThat(mei.send("GET", circle + "/posts", Map.of()).status())
                .as("a hidden circle for somebody outside")
                .isEqualTo(404);
    }

    private String invite() {
        var made = hannah.post(circle + "/invitations", Map.of("name", "For Mei", "usesMost", 1))
                .is(201);
        var url = made.text("url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void join(String code) {
        assertThat(mei.get("/invitations/" + code).text("name")).isEqualTo(name);
        assertThat(mei.post("/invitations/" + code + "/membership", Map.of())
                        .is(201)
                        .text("outcome"))
                .isEqualTo("joined");
        assertThat(mei.get(circle + "/membership").at("member").get("role").asString())
                .isEqualTo("member");
    }

    private List<String> members(Program reader) {
        return reader.get(circle + "/members").items().stream()
                .map(member -> member.get("alias").asString())
                .toList();
    }

    private long write_with_a_picture() throws IOException {
        var picture =
                mei.upload(circle + "/files", "cup.png", "image/png", picture()).is(201);
        var text = "It tasted of rain.\n\n" + picture.text("markdown");
        var written = mei.post(
                        circle + "/posts", Map.of("title", "My first cup", "text", text, "tags", List.of("cups")))
                .is(201)
                .number("number");

        var post = hannah.get(circle + "/posts/" + written);
        assertThat(post.text("html")).contains("<img", picture.text("address").replaceAll("\\.[a-z]+$", ""));
        assertThat(hannah.get(circle + "/membership").number("unread")).isEqualTo(1);
        assertThat(hannah.get("/home")
                        .items()
                        .getFirst()
                        .get("posts")
                        .get(0)
                        .get("title")
                        .asString())
                .isEqualTo("My first cup");
        return written;
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private String comment_with_a_mention(long post) {
        var comment = hannah.post(circle + "/posts/" + post + "/comments", Map.of("text", "@Mei is right."))
                .is(201)
                .text("id");

        var comments = mei.get(circle + "/posts/" + post + "/comments").items();
        assertThat(comments).hasSize(1);
        assertThat(comments.getFirst().get("html").asString()).contains("@Mei</a>");
        return comment;
    }

    /** Telling people is work that comes after the answer. */
    private void hear_of_it(long post, String comment) {
        await().untilAsserted(() -> assertThat(mei.get("/notifications").items())
                .extracting(notice -> notice.get("kind").asString())
                .contains("mention", "reaction"));
        var notices = mei.get("/notifications");
        assertThat(notices.number("unseen")).isEqualTo(2);
        var mention = notices.items().stream()
                .filter(notice -> notice.get("kind").asString().equals("mention"))
                .findFirst()
                .orElseThrow();
        assertThat(mention.get("post").asLong()).isEqualTo(post);
        assertThat(mention.get("comment").asString()).isEqualTo(comment);
        assertThat(mention.get("name").asString()).isEqualTo("Hannah");

        mei.post("/notifications/read", Map.of()).is(204);
        assertThat(mei.get("/notifications").number("unseen")).isZero();
    }

    private void highlight_and_tag(long post) {
        var here = circle + "/posts/" + post;
        assertThat(mei.put(here + "/highlight", Map.of("reason", "Mine")).status())
                .isEqualTo(403);
        hannah.put(here + "/highlight", Map.of("reason", "It says it all.")).is(204);
        hannah.post(circle + "/tags", Map.of("name", "rain")).is(201);
        hannah.put(here + "/tags/rain", Map.of()).is(204);

        var read = mei.get(here);
        assertThat(read.text("highlightReason")).isEqualTo("It says it all.");
        assertThat(read.at("tags").valueStream().map(tag -> tag.asString())).containsExactlyInAnyOrder("cups", "rain");
    }

    private void find_in_the_feed(long post) {
        mei.post(circle + "/posts", Map.of("text", "Another one, without a title."))
                .is(201);

        assertThat(hannah.get(circle + "/posts").items()).hasSize(2);
        for (var wish : List.of("?tag=rain", "?filter=highlights")) {
            assertThat(hannah.get(circle + "/posts" + wish).items())
                    .as(wish)
                    .extracting(card -> card.get("number").asLong())
                    .containsExactly(post);
        }
        var first = hannah.get(circle + "/posts?order=newest&limit=1");
        assertThat(first.items().getFirst().get("number").asLong()).isEqualTo(post + 1);
        assertThat(hannah.get(circle + "/posts?order=newest&limit=1&before=" + first.text("next"))
                        .items()
                        .getFirst()
                        .get("number")
                        .asLong())
                .isEqualTo(post);
    }

    private void mark_all_read() {
        assertThat(hannah.get(circle + "/posts?filter=unread").items()).hasSize(2);
        hannah.put(circle + "/mark", Map.of()).is(204);

        assertThat(hannah.get(circle + "/membership").number("unread")).isZero();
        assertThat(hannah.get(circle + "/posts?filter=unread").items()).isEmpty();
        assertThat(hannah.get("/home").items().getFirst().get("unread").asLong())
                .isZero();
    }

    private void leave() {
        mei.delete(circle + "/membership").is(204);

        assertThat(members(hannah)).containsExactly("Hannah");
        assertThat(mei.send("GET", circle + "/posts", Map.of()).status()).isEqualTo(404);
        assertThat(hannah.delete(circle + "/membership").is(409).text("code")).isEqualTo("member.owner-stays");
    }
}
