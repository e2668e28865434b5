package app.teahouse.screening;

import app.teahouse.kernel.Scrutiny.Matter;
import java.util.List;

/** What a rule looks for. */
public enum RuleKind {
    /** Words of a list. */
    WORDS,
    /** Links: to domains of a list, or to all but those. */
    LINKS,
    /** Telephone numbers, names elsewhere, e-mail addresses. */
    CONTACTS,
    /** The first so many of a member. */
    NEWCOMERS,
    /** More than so many of a member in a while. */
    RATE,
    /** The same of one member again. */
    REPETITION,
    /** The same of several members. */
    LIKENESS;

    /** Where it can look. */
    public List<Matter> matters() {
        return isAboutWords()
                ? List.of(Matter.POST, Matter.COMMENT, Matter.HOMEWORK, Matter.PROFILE)
                : List.of(Matter.POST, Matter.COMMENT);
    }

    /** Whether a text by itself is enough to know, without what was said before. */
    boolean isAboutWords() {
        return this == WORDS || this == LINKS || this == CONTACTS;
    }

    /** Whether it compares with what was said lately. */
    boolean isAboutCopies() {
        return this == REPETITION || this == LIKENESS;
    }

    /** Whether what is said must be remembered for it. */
    boolean remembers() {
        return this == RATE || isAboutCopies();
    }
}
