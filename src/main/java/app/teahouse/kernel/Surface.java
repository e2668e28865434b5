package app.teahouse.kernel;

/** Where a member may speak. Each later room adds its own; reading is never among them (rules.md R9). */
public enum Surface {
    POST,
    COMMENT,
    REACTION,
    UPLOAD,
    INVITE,
    PROFILE,
    HOMEWORK
}
