package app.teahouse.content;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** How an address names a post: by its number, or by its id while it has none. */
public record PostKey(@Nullable Long number, @Nullable PostId id) {

    public static PostKey of(String text) {
        if (text.matches("[1-9]\\d{0,17}")) {
            return new PostKey(Long.valueOf(text), null);
        }
        if (text.length() != 26 && text.length() != 36) {
            throw Refusal.notFound("post.unknown");
        }
        return new PostKey(null, new PostId(Ids.parse(text)));
    }

    public static PostKey of(PostId id) {
        return new PostKey(null, id);
    }
}
