package app.teahouse.columns;

import app.teahouse.content.Posts;
import app.teahouse.content.SomePosts;
import app.teahouse.guard.Closed;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Courses for tests of what opens when, and why a part is closed to somebody. */
@Component
class SomeOpenings {
    private final SomeCircles circles;
    private final SomePosts posts;
    private final Posts found;
    private final WriteColumn writeColumn;
    private final Arrange arrange;
    private final Guard guard;

    SomeOpenings(
            SomeCircles circles, SomePosts posts, Posts found, WriteColumn writeColumn, Arrange arrange, Guard guard) {
        this.circles = circles;
        this.posts = posts;
        this.found = found;
        this.writeColumn = writeColumn;
        this.arrange = arrange;
        this.guard = guard;
    }

    /** A published course with so many posts, which are new and called Part 1, Part 2 … */
    long course(Owner owner, int parts) {
        var speaker = circles.speaker(owner.member(), Surface.POST);
        var column = writeColumn.begin(speaker, new ColumnText("Course", "", true, true));
        for (var part = 1; part <= parts; part++) {
            arrange.add(speaker, column, posts.somePost(owner.member(), "Part " + part, "Words."), null);
        }
        return column;
    }

    Optional<Closed> why(Member member, long number) {
        return Optional.ofNullable(
                guard.of(Reader.of(member), guarded(member, number)).closed());
    }

    Guarded guarded(Member member, long number) {
        return found.live(member.circle(), number).orElseThrow().guarded();
    }
}
