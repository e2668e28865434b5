package app.teahouse.content;

import app.teahouse.files.Holder;
import app.teahouse.kernel.Id;
import java.util.UUID;

public record PostId(UUID value) implements Id {

    /** The post, as something that needs files. */
    Holder holder() {
        return Holder.of("post", this);
    }
}
