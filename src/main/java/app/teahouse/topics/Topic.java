package app.teahouse.topics;

/** What a member can switch off in a circle. What concerns their own standing there is none of these. */
public enum Topic {
    REPLIES,
    MENTIONS,
    REACTIONS,
    POSTS,
    FOLLOWED,
    /** New columns, and parts of columns that opened. */
    OPENINGS,
    /** Announcements by mail; in the app they always arrive. */
    ANNOUNCEMENT_MAIL,
    /** Shown to staff only. */
    APPLICATIONS,
    /** What members write to the staff; shown to staff only. */
    LETTERS,
    /** Shown to those who see money, as are the next two. */
    SALES,
    /** Payments, refunds and disputes that ask for a person. */
    MONEY,
    PAYOUTS
}
