package app.teahouse.files;

import app.teahouse.kernel.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What needs files: a post, a draft, a cover. Its kind is part of it, so that two things never share a holder, even if somebody could
 * choose their ids.
 *
 * @param post the post it is, if it is one: whoever asks for a file is asked whether they may read it
 * @param comment the comment it is, if it is one; likewise
 * @param draft whether it is what somebody is writing, and nobody else reads yet
 */
public record Holder(
        UUID value, @Nullable UUID post, @Nullable UUID comment, boolean draft) implements Id {
    private static final String POST = "post";
    private static final String COMMENT = "comment";
    private static final String DRAFT = "draft";

    public static Holder of(String kind, Id... ids) {
        var text = new StringBuilder(kind);
        for (var id : ids) {
            text.append(' ').append(id.value());
        }
        return new Holder(
                Hash.uuid(text.toString()),
                kind.equals(POST) ? ids[0].value() : null,
                kind.equals(COMMENT) ? ids[0].value() : null,
                kind.equals(DRAFT));
    }
}
