package app.teahouse.applications;

import app.teahouse.kernel.Onlooker;
import app.teahouse.web.Frame;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;

/** What somebody reads at a circle's door who was shown out of it; a room above brings it as a bean. */
public interface TurnedAway {

    /** @param closed whether nothing lets them in now, so that no way in is offered */
    record Word(JteModel card, boolean closed) {}

    Optional<Word> of(Onlooker onlooker, Frame frame);
}
