package app.teahouse.takeaway;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Settings;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Where files to be taken away lie while they are made and until they expire: in the data folder, one a run. */
@Component
class Shelf {
    private final Path folder;

    Shelf(Settings settings) {
        this.folder = settings.data().resolve("takeaway");
    }

    Path file(TakeawayId id) {
        return folder.resolve(Ids.text(id) + ".zip");
    }
}
