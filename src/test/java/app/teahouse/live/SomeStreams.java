package app.teahouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Person;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Open streams for tests, over real HTTP. */
@Component
public class SomeStreams {
    private final SomePeople people;

    SomeStreams(SomePeople people) {
        this.people = people;
    }

    /** What somebody's browser hears, line by line. */
    public record Heard(BlockingQueue<String> lines) {

        /** The next line that begins so; it comes within ten seconds. */
        public String next(String beginning) throws InterruptedException {
            for (; ; ) {
                var line = lines.poll(10, TimeUnit.SECONDS);
                assertThat(line).as("a line that begins with " + beginning).isNotNull();
                if (line != null && line.startsWith(beginning)) {
                    return line;
                }
            }
        }
    }

    public Heard open(HttpClient browser, int port, Person person, String query) throws Exception {
        var lines = new LinkedBlockingQueue<String>();
        var cookie = people.cookie(person);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live" + query))
                .timeout(Duration.ofSeconds(10))
                .header("Cookie", cookie.getName() + "=" + cookie.getValue())
                .build();
        var response = browser.send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        Thread.ofVirtual().start(() -> read(response, lines));
        return new Heard(lines);
    }

    private static void read(HttpResponse<Stream<String>> response, BlockingQueue<String> lines) {
        try {
            response.body().forEach(lines::add);
        } catch (UncheckedIOException e) {
            lines.add("closed");
        }
    }
}
