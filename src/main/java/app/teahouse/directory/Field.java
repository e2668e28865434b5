package app.teahouse.directory;

import app.teahouse.kernel.Db;

/** One thing that a member says of themselves in the directory, with an audience of its own. */
public enum Field {
    EXPERTISE(Audience.MEMBERS),
    INTERESTS(Audience.MEMBERS),
    PLACE(Audience.MEMBERS),
    OFFERS(Audience.MEMBERS),
    SEEKS(Audience.MEMBERS),
    /** Two lines: how to write to them, and an address. No search finds them. */
    CONTACT(Audience.STAFF);

    private final Audience atFirst;

    Field(Audience atFirst) {
        this.atFirst = atFirst;
    }

    /** Whose eyes it is for before its member chooses. */
    Audience atFirst() {
        return atFirst;
    }

    /** As forms and programs call it. */
    public String key() {
        return Db.name(this);
    }
}
