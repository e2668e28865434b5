package app.teahouse.saved;

/** Whether somebody saved a post, and whether they would lose something of their own by taking it off the list. */
public enum Kept {
    NOT,
    SAVED,
    WITH_WORDS
}
