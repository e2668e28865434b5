package app.teahouse.content;

import app.teahouse.content.WritePost.Asked;
import app.teahouse.content.WritePost.Written;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.testing.Furnishing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts for tests, each new. */
@Component
public class SomePosts implements Furnishing {
    private final WritePost writePost;
    private final EditPost editPost;
    private final Gate gate;

    SomePosts(WritePost writePost, EditPost editPost, Gate gate) {
        this.writePost = writePost;
        this.editPost = editPost;
        this.gate = gate;
    }

    /** A post with number 1, and one with number 2. */
    @Override
    public void furnish(Owner owner, Member member) {
        somePost(owner.member(), "Nobody outside may read this title", "Nor these words.");
        somePost(member);
    }

    /** Answers the number of a new post. */
    public long somePost(Member author) {
        return somePost(author, "Spring tea", "The first leaves of the year.");
    }

    public long somePost(Member author, String title, String text) {
        return Objects.requireNonNull(
                write(author, title, text, List.of(), null).number());
    }

    public Written write(Member author, String title, String text, List<String> tags, @Nullable Instant publishAt) {
        return writePost.write(speaker(author), new Asked(newId(), title, text, tags, publishAt));
    }

    public void edit(Member author, long number, String text) {
        editPost.edit(
                speaker(author), PostKey.of(String.valueOf(number)), new EditPost.Asked("Edited", text, null, null));
    }

    public Speaker speaker(Member member) {
        return gate.speaker(member, Surface.POST);
    }

    public static PostId newId() {
        return new PostId(Ids.next());
    }
}
