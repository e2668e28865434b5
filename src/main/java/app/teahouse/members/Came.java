package app.teahouse.members;

/** The ways into a circle. */
public enum Came {
    /** They founded it. */
    FOUNDED,
    OPEN,
    PASSWORD,
    INVITATION,
    APPLICATION,
    PURCHASE,
    TRIAL,
    GIFT,
    /** A place was held for them by a list. */
    LIST,
    /** They brought the circle from elsewhere. */
    ARCHIVE
}
