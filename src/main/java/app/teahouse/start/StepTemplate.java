package app.teahouse.start;

import static app.teahouse.start.StepKind.PROFILE;
import static app.teahouse.start.StepKind.RULES;
import static app.teahouse.start.StepKind.WORDS;
import static app.teahouse.start.StepKind.WRITE;

import java.util.List;

/** Steps to begin with, for three kinds of circles. The owner changes them afterwards. */
public enum StepTemplate {
    /** People learn something together. */
    LEARN,
    /** People of one trade or liking talk. */
    TALK,
    /** Readers or users of one maker. */
    FOLLOW;

    List<StepKind> kinds() {
        return switch (this) {
            case LEARN -> List.of(RULES, WORDS, PROFILE, WRITE);
            case TALK -> List.of(RULES, PROFILE, WORDS, WRITE);
            case FOLLOW -> List.of(WORDS, RULES, PROFILE, WRITE);
        };
    }
}
