package app.teahouse.readers;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.SomeColumns;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.reading.Traces;
import app.teahouse.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A column of three parts, and members who read it or do not. */
abstract class ReadersGround {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeColumns columns;

    @Autowired
    Traces traces;

    @Autowired
    ColumnReaders columnReaders;

    @Autowired
    PostReaders postReaders;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    record Stand(Owner owner, Member quick, Member slow, Member idle) {}

    /** A course of three posts: one did it in two days, one is at it, one has not begun. */
    Stand stand(boolean course) throws Exception {
        var owner = circles.someOwner();
        for (var title : List.of("Leaves", "Water", "Cups")) {
            posts.somePost(owner.member(), title, "Words about it.");
        }
        columns.published(owner.member(), "Green tea", course, 1, 2, 3);
        var stand = new Stand(
                owner,
                circles.join(owner, people.someone("Quick Reader")),
                circles.join(owner, people.someone("Slow Reader")),
                circles.join(owner, people.someone("Idle Reader")));
        var monday = clock.instant().minus(Duration.ofDays(3));
        read(stand.quick(), 1, 1000, monday);
        read(stand.quick(), 2, 1000, monday.plus(Duration.ofDays(1)));
        read(stand.quick(), 3, 1000, monday.plus(Duration.ofDays(2)));
        read(stand.slow(), 1, 1000, monday);
        read(stand.slow(), 2, 420, monday.plus(Duration.ofDays(1)));
        return stand;
    }

    void read(Member member, long post, int part, java.time.Instant at) {
        TestClock.at(at, () -> {
            traces.opened(member, post);
            traces.position(member, post, part);
            traces.flush();
        });
    }

    String page(Member member, String path) throws Exception {
        return body(get(member, path));
    }

    static String body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    MvcTestResult get(Member member, String path) {
        return get(member, "/c/" + member.face().slug(), path);
    }

    MvcTestResult get(Member member, String circle, String path) {
        return mvc.get()
                .uri(circle + path)
                .cookie(people.cookie(member.person()))
                .exchange();
    }
}
