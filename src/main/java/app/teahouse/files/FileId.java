package app.teahouse.files;

import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import java.util.UUID;

/** Which file. In Markdown and in the store it is written as 26 letters and digits. */
public record FileId(UUID value) implements Id {

    String key() {
        return Ids.text(this);
    }

    String key(int width) {
        return key() + "-" + width;
    }
}
