package app.teahouse.comments;

import app.teahouse.files.Holder;
import app.teahouse.kernel.Id;
import java.util.UUID;

public record CommentId(UUID value) implements Id {

    /** The comment, as something that needs files. */
    Holder holder() {
        return Holder.of("comment", this);
    }
}
