package app.teahouse.paths;

/** Why a post stands in a path; the strongest first, two at most are said. */
public enum Reason {
    /** The staff picked it as a highlight. */
    HIGHLIGHT,
    /** It is a part of a column. */
    COLUMN,
    /** It asks something that somebody answered. */
    ANSWERED,
    /** Those who opened it mostly read it to its end. */
    FINISHED,
    /** It moved people more than what was written around the same time. */
    TALKED,
    /** It is what the circle is about just now. */
    FRESH,
    /** It is short, and fills what was left of the time. */
    SHORT
}
