package app.teahouse.paths;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post on a member's path.
 *
 * @param name its title, or how it begins
 * @param column the name of the column it belongs to, if it came for that
 * @param place where it stands there, from 1
 * @param why the words its staff gave when they picked it as a highlight, or nothing
 */
public record StopView(
        long number,
        String url,
        String name,
        int minutes,
        List<Reason> reasons,
        @Nullable String column,
        int place,
        String why,
        boolean done) {}
