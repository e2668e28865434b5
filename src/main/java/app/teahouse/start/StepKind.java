package app.teahouse.start;

/** What a step leads to. */
public enum StepKind {
    /** Nowhere: words alone, which a member ticks. */
    WORDS,
    POST,
    COLUMN,
    /** The circle's rules; taken when they are accepted. */
    RULES,
    /** The member's card; taken when it says something about them. */
    PROFILE,
    /** The editor; taken when something of theirs stands in the circle. */
    WRITE;

    /** Whether a member says themselves that they took it; the others are read off what they did. */
    public boolean isTicked() {
        return this == WORDS || this == POST || this == COLUMN;
    }
}
