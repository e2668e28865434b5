package app.teahouse.applications;

import app.teahouse.questions.Replies;
import org.jspecify.annotations.Nullable;

/** What somebody brings who wants to join: answers to the circle's questions, or its password. */
public record JoinText(Replies replies, @Nullable String password) {
    static final JoinText NOTHING = new JoinText(Replies.NONE, null);
}
