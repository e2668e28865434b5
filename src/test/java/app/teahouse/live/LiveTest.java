package app.teahouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Person;
import app.teahouse.live.SomeStreams.Heard;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    SomeStreams streams;

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
        assertThat(lines.next("data:")).isEqualTo("data:{\"count\":0}");

        live.toAccount(owner.account(), new LiveEvent("notices", Map.of("count", 1)));

        assertThat(lines.next("event:")).isEqualTo("event:notices");
        assertThat(lines.next("data:")).isEqualTo("data:{\"count\":1}");
    }

    @Test
    void what_happens_in_a_circle_reaches_its_members_only() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var stranger = people.someone();
        var inside = open(member.person(), "");
        var outside = open(stranger, "");
        inside.next("data:");
        outside.next("data:");

        live.toCircle(owner.circle(), new LiveEvent("posts", Map.of("at", "/c/x")), owner.account());
        live.toAccount(stranger.account(), new LiveEvent("unread", Map.of("count", 7)));

        assertThat(inside.next("data:")).isEqualTo("data:{\"at\":\"/c/x\"}");
        assertThat(outside.next("data:")).isEqualTo("data:{\"count\":7}");
    }

    @Test
    void who_comes_again_gets_what_was_missed_or_is_told_to_refresh() throws Exception {
        var person = people.someone();
        var lines = open(person, "");
        lines.next("data:");
        live.toAccount(person.account(), new LiveEvent("unread", Map.of("count", 1)));
        var id = lines.next("id:").substring(3);
        live.toAccount(person.account(), new LiveEvent("unread", Map.of("count", 2)));

        var again = open(person, "?last=" + id);
        assertThat(again.next("data:")).isEqualTo("data:{\"count\":2}");
        var afterRestart = open(person, "?last=other-5");
        assertThat(afterRestart.next("event:")).isEqualTo("event:refresh");
    }

    /** A stream once stayed silent for ever: the request's filters and the stream wrote the head of its answer at the same time. */
    @Test
    void every_stream_greets_however_many_open_at_once() throws Exception {
        var owner = circles.someOwner();
        var opening = new ArrayList<Future<String>>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 60; i++) {
                var reader = i % 10 == 0 ? owner.member().person() : people.someone();
                opening.add(readers.submit(() -> open(reader, "").next("event:")));
            }
        }

        for (var greeting : opening) {
            assertThat(greeting.get()).isEqualTo("event:unread");
        }
    }

    private Heard open(Person person, String query) throws Exception {
        return streams.open(browser, port, person, query);
    }
}
