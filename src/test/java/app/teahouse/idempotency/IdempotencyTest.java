package app.teahouse.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A program that repeats a POST with the same Idempotency-Key, over the wire. */
@TeahouseTest
class IdempotencyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomeTokens tokens;

    @Autowired
    Db db;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String key = Ids.next().toString();
    private Member member;
    private String token;

    @BeforeEach
    void somebody_with_a_token() {
        member = circles.someMember(circles.someOwner());
        token = tokens.some(member.person(), "read", "write");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_file_that_is_sent_twice_is_kept_once_and_another_file_under_the_same_key_is_refused() throws Exception {
        var first = upload("leaves.txt", "green", "one");
        assertThat(first.statusCode()).isEqualTo(201);
        var second = upload("leaves.txt", "green", "two");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body()).contains("leaves.txt");
        assertThat(upload("leaves.txt", "black", "one").statusCode()).isEqualTo(409);
        assertThat(upload("other.txt", "green", "one").statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> upload(String name, String text, String boundary) throws Exception {
        var body =
                "--%3$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%1$s\"\r\nContent-Type: text/plain\r\n\r\n%2$s\r\n--%3$s--\r\n"
                        .formatted(name, text, boundary);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/circles/"
                        + member.face().slug() + "/files"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void the_same_request_twice_is_done_once_and_answered_the_same() throws Exception {
        var first = post(key, "First leaves");
        var second = post(key, "First leaves");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_request_is_a_conflict() throws Exception {
        post(key, "First leaves");
        var other = post(key, "Other leaves");

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("request.key-reused");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void requests_at_once_have_one_effect() throws Exception {
        var attempts = AtOnce.run(4, () -> post(key, "First leaves"));

        assertThat(attempts.done()).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(attempts.done())
                .extracting(HttpResponse::body)
                .containsOnly(attempts.done().getFirst().body());
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void what_was_refused_may_be_tried_again_with_the_same_key() throws Exception {
        assertThat(post(key, "").statusCode()).isEqualTo(422);
        assertThat(post(key, "Now with words").statusCode()).isEqualTo(201);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void another_persons_key_is_another_key() throws Exception {
        post(key, "First leaves");
        token = tokens.some(circles.someMember(circles.someOwner()).person(), "read", "write");

        assertThat(post(key, "First leaves").statusCode()).isEqualTo(403);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void a_key_has_a_length() throws Exception {
        var refused = post("k".repeat(201), "First leaves");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("request.bad-key");
    }

    private HttpResponse<String> post(String with, String text) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/circles/"
                        + member.face().slug() + "/posts"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", with)
                .POST(BodyPublishers.ofString("{\"text\": \"" + text + "\"}"))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private long posts() {
        return db.sql("select post_count from circles.pulse where circle_id = :circle")
                .with("circle", member.circle())
                .one(Long.class);
    }
}
