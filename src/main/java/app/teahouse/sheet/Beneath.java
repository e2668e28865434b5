package app.teahouse.sheet;

import app.teahouse.kernel.Onlooker;
import app.teahouse.web.Frame;
import gg.jte.models.runtime.JteModel;
import java.util.Map;

/** What other rooms show below a post, such as its comments. They bring it as beans, in the order of {@code @Order}. */
public interface Beneath {

    /**
     * @param onlooker somebody who may read the whole post
     * @param asked the request's parameters, for the part that is to be shown
     */
    JteModel below(Frame frame, Onlooker onlooker, PostView post, Map<String, String> asked);
}
