package app.teahouse.columns;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.reading.Traces;
import app.teahouse.testing.TeahouseTest;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However a column is read, arranged and read again: unread is what stands in it, is another's, and was neither opened nor done. */
@TeahouseTest
class UnreadPartsTest {
    private static final int POSTS = 6;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeColumns columns;

    @Autowired
    Arrange arrange;

    @Autowired
    MarkDone markDone;

    @Autowired
    Library library;

    @Autowired
    ColumnSheet sheet;

    @Autowired
    Traces traces;

    @Autowired
    Gate gate;

    @Test
    void library_and_column_count_the_same_as_a_list_kept_beside_them() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 3; round++) {
            var owner = circles.someOwner();
            var reader = circles.someMember(owner);
            for (var i = 1; i < POSTS; i++) {
                posts.somePost(owner.member());
            }
            posts.somePost(reader);
            var column = columns.published(owner.member(), "Tea", random.nextBoolean(), 1);
            var within = new HashSet<Integer>();
            within.add(1);
            var touched = new HashSet<Integer>();
            var done = new HashSet<Integer>();
            touched.add(POSTS);

            for (var step = 0; step < 25; step++) {
                var post = 1 + random.nextInt(POSTS);
                switch (random.nextInt(5)) {
                    case 0 -> {
                        arrange.add(posts.speaker(owner.member()), column, post, null);
                        within.add(post);
                    }
                    case 1 -> {
                        arrange.remove(posts.speaker(owner.member()), column, post);
                        within.remove(post);
                    }
                    case 2 -> {
                        traces.opened(reader, post);
                        traces.flush();
                        touched.add(post);
                    }
                    case 3 -> {
                        if (isCourse(reader, column) && within.contains(post)) {
                            markDone.done(reader, post);
                            done.add(post);
                        }
                    }
                    default -> {
                        markDone.undo(reader, post);
                        done.remove(post);
                    }
                }
                var unread = within.stream()
                        .filter(part -> !touched.contains(part) && !done.contains(part))
                        .count();
                assertThat(library.published(gate.onlooker(reader)).getFirst().unread())
                        .as("seed " + seed)
                        .isEqualTo((int) unread);
                assertThat(sheet.read(gate.onlooker(reader), column).unread())
                        .as("seed " + seed)
                        .isEqualTo((int) unread);
            }
        }
    }

    private boolean isCourse(Member reader, long column) {
        return sheet.read(gate.onlooker(reader), column).face().course();
    }
}
