package app.teahouse.web;

import app.teahouse.kernel.Staff;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;

/**
 * A card on a circle's Today page: something that needs the staff now. Rooms bring theirs as beans, in the order of
 * {@code @Order}; nothing where there is nothing to do.
 */
public interface TodayCard {
    Optional<JteModel> card(Frame frame, Staff staff);
}
