package app.teahouse.membertags;

/** What a tag says of a member; a custom group has a heading of the owner's. */
public enum Grouping {
    EXPERTISE,
    INTEREST,
    STAGE,
    CUSTOM
}
