package app.teahouse.files;

import app.teahouse.kernel.Id;
import java.util.UUID;

/**
 * What needs files: a post, a draft, a cover. Its kind is part of it, so that two things never share a holder, even if somebody could
 * choose their ids.
 */
public record Holder(UUID value) implements Id {

    public static Holder of(String kind, Id... ids) {
        var text = new StringBuilder(kind);
        for (var id : ids) {
            text.append(' ').append(id.value());
        }
        return new Holder(Hash.uuid(text.toString()));
    }
}
