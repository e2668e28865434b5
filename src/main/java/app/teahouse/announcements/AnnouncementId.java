package app.teahouse.announcements;

import app.teahouse.files.Holder;
import app.teahouse.kernel.Id;
import java.util.UUID;

/** An announcement, from its draft on. */
public record AnnouncementId(UUID value) implements Id {

    /** The announcement, as something that needs files: pictures stay as long as it does. */
    Holder holder() {
        return Holder.of("announcement", this);
    }
}
