package app.teahouse.welcome;

import app.teahouse.kernel.Db;

/** What a newcomer may be asked to do first, in the order in which it is shown. */
public enum FirstStep {
    /** Say something about oneself on one's own page. */
    PROFILE,
    /** Introduce oneself: by a post, or below the one that is set for it. */
    INTRODUCE,
    /** Take a step of Start here, or read a post to its end. */
    START,
    /** Comment on somebody else's post. */
    COMMENT;

    /** The last part of the keys of its messages. */
    public String key() {
        return Db.name(this);
    }
}
