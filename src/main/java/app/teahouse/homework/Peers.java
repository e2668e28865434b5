package app.teahouse.homework;

/** When members see what others handed in. Its author, the staff and the task's reviewers always do. */
public enum Peers {
    NEVER,
    /** Who has handed in something of their own. */
    AFTER,
    ALWAYS
}
