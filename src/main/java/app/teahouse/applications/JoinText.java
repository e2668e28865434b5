package app.teahouse.applications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody brings who wants to join: answers to the circle's questions, or its password. */
public record JoinText(List<String> answers, @Nullable String password) {
    static final JoinText NOTHING = new JoinText(List.of(), null);
}
