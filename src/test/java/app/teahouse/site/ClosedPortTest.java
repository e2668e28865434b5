package app.teahouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.testing.TeahouseTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Health and metrics, asked as a monitoring system asks them. */
@TeahouseTest
class ClosedPortTest {
    @Autowired
    ClosedPort port;

    @Autowired
    Metrics metrics;

    @AfterEach
    void close() {
        port.stop();
    }

    @Test
    void health_tells_what_was_looked_at() throws Exception {
        var answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"up\"", "\"database\"", "\"disk\"", "\"jobs\"");
    }

    @Test
    void metrics_count_requests_by_the_template_of_their_path_never_by_the_address() throws Exception {
        metrics.begin();
        metrics.end("GET", "/c/{slug}/p/{number}", 200, Duration.ofMillis(12));
        metrics.begin();
        metrics.end("BREW", "none", 404, Duration.ofMillis(1));

        assertThat(get("/metrics").body())
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/c/{slug}/p/{number}\",status=\"200\"}")
                .contains("method=\"other\"")
                .contains("hikaricp_connections_active{pool=\"web\"}", "hikaricp_connections_active{pool=\"jobs\"}")
                .contains("jvm_memory_used_bytes", "teahouse_events_waiting", "teahouse_letters_waiting");
    }

    @Test
    void it_listens_on_this_machine_alone() throws Exception {
        assertThat(port.open(0).getAddress().isLoopbackAddress()).isTrue();
    }

    private HttpResponse<String> get(String path) throws Exception {
        var address = URI.create("http://127.0.0.1:" + port.open(0).getPort() + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }
}
