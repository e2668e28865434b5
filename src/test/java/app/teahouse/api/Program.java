package app.teahouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's program: it has their personal token and speaks JSON over the wire, nothing else. */
record Program(HttpClient client, String api, String token) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back; {@code body} is missing where there is none. */
    record Answer(int status, JsonNode body) {

        Answer is(int expected) {
            assertThat(status).as(body.toPrettyString()).isEqualTo(expected);
            return this;
        }

        JsonNode at(String name) {
            assertThat(body.has(name)).as(name + " in " + body).isTrue();
            return body.get(name);
        }

        String text(String name) {
            return at(name).asString();
        }

        long number(String name) {
            return at(name).asLong();
        }

        List<JsonNode> items() {
            return at("items").valueStream().toList();
        }
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET()).is(200);
    }

    Answer post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, body);
    }

    Answer delete(String path) {
        return send(HttpRequest.newBuilder(uri(path)).DELETE());
    }

    Answer send(String method, String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer upload(String path, String name, String type, byte[] content) {
        var border = "between-two-parts";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private URI uri(String path) {
        return URI.create(api + path);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = client.send(
                    request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
