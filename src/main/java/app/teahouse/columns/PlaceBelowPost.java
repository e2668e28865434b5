package app.teahouse.columns;

import app.teahouse.kernel.Onlooker;
import app.teahouse.sheet.Beneath;
import app.teahouse.sheet.PostView;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows below a post where it stands in its columns, and what comes next there. */
@Component
@Order(5)
class PlaceBelowPost implements Beneath {
    private final Places places;
    private final Templates templates;

    PlaceBelowPost(Places places, Templates templates) {
        this.places = places;
        this.templates = templates;
    }

    @Override
    public JteModel below(Frame frame, Onlooker onlooker, PostView post, Map<String, String> asked) {
        var found = post.isLive() ? places.of(onlooker, Objects.requireNonNull(post.number())) : List.<PlaceView>of();
        return templates.columnsPlaces(frame, post.url(), found);
    }
}
