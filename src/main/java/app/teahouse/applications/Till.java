package app.teahouse.applications;

import app.teahouse.kernel.Onlooker;
import app.teahouse.web.Frame;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;

/** Whoever sells entry to circles that cost something; a room above brings it as a bean. */
public interface Till extends KeptForApplicant {

    /**
     * Where the buyer stands.
     *
     * @param base the addresses of what is sold begin with it
     * @param back where who has time left is posted to come back
     */
    record Door(String base, String back) {
        static Door of(Onlooker onlooker) {
            var circle = "/c/" + onlooker.face().slug();
            return new Door(circle, circle + "/membership/return");
        }
    }

    /** What stands where other circles have their join button: plans with prices, or what may be shown on this device. */
    JteModel box(Frame frame, Onlooker onlooker, HttpServletRequest request, Door door);
}
