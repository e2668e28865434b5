package app.teahouse.site;

import app.teahouse.circles.Circle.Listing;
import app.teahouse.circles.MayCreate;
import app.teahouse.kernel.Person;
import app.teahouse.web.SiteFace;
import org.springframework.stereotype.Component;

/** The site's settings as other rooms need them. */
@Component
class Site implements SiteFace.Source, MayCreate {

    @Override
    public SiteFace face() {
        return new SiteFace("Teahouse", null, null, null, false, false);
    }

    @Override
    public Listing listingOf(Person founder) {
        return Listing.APPROVED;
    }
}
