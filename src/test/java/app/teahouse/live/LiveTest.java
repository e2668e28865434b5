package app.teahouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@TeahouseTest
class LiveTest {
    @LocalServerPort
    int port;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    LocalLive live;

    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        browser.shutdownNow();
    }

    @Test
    void a_hint_to_somebody_reaches_their_open_page() throws Exception {
        var owner = circles.someOwner();
        var lines = open(owner.member().person(), "");
        assertThat(next(lines, "data:")).isEqualTo("data:{\"count\":0}");

        live.toAccount(owner.account(), new LiveEvent("notices", Map.of("count", 1)));

        assertThat(next(lines, "event:")).isEqualTo("event:notices");
        assertThat(next(lines, "data:")).isEqualTo("data:{\"count\":1}");
    }

    @Test
    void what_happens_in_a_circle_reaches_its_members_only() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var stranger = people.someone();
        var inside = open(member.person(), "");
        var outside = open(stranger, "");
        next(inside, "data:");
        next(outside, "data:");

        live.toCircle(owner.circle(), new LiveEvent("posts", Map.of("at", "/c/x")), owner.account());
        live.toAccount(stranger.account(), new LiveEvent("unread", Map.of("count", 7)));

        assertThat(next(inside, "data:")).isEqualTo("data:{\"at\":\"/c/x\"}");
        assertThat(next(outside, "data:")).isEqualTo("data:{\"count\":7}");
    }

    @Test
    void who_comes_again_gets_what_was_missed_or_is_told_to_refresh() throws Exception {
        var person = people.someone();
        var lines = open(person, "");
        next(lines, "data:");
        live.toAccount(person.account(), new LiveEvent("unread", Map.of("count", 1)));
        var id = next(lines, "id:").substring(3);
        live.toAccount(person.account(), new LiveEvent("unread", Map.of("count", 2)));

        var again = open(person, "?last=" + id);
        assertThat(next(again, "data:")).isEqualTo("data:{\"count\":2}");
        var afterRestart = open(person, "?last=other-5");
        assertThat(next(afterRestart, "event:")).isEqualTo("event:refresh");
    }

    private BlockingQueue<String> open(Person person, String query) throws Exception {
        var lines = new LinkedBlockingQueue<String>();
        var cookie = people.cookie(person);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live" + query))
                .header("Cookie", cookie.getName() + "=" + cookie.getValue())
                .build();
        var response = browser.send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        Thread.ofVirtual().start(() -> read(response, lines));
        return lines;
    }

    private static void read(HttpResponse<java.util.stream.Stream<String>> response, BlockingQueue<String> lines) {
        try {
            response.body().forEach(lines::add);
        } catch (java.io.UncheckedIOException e) {
            lines.add("closed");
        }
    }

    /** The next line that begins so; they come within two seconds. */
    private static String next(BlockingQueue<String> lines, String beginning) throws InterruptedException {
        for (; ; ) {
            var line = lines.poll(2, TimeUnit.SECONDS);
            assertThat(line).as("a line that begins with " + beginning).isNotNull();
            if (line.startsWith(beginning)) {
                return line;
            }
        }
    }
}
