package app.teahouse.syndication;

import app.teahouse.kernel.Onlooker;
import java.util.List;

/** More pages of a circle that search engines may know. A room brings its own as a bean. */
public interface MorePlaces {

    /** Their paths, such as {@code /c/tea/columns/1}; for a circle that everybody finds. */
    List<String> of(Onlooker onlooker);
}
