package app.teahouse.directory;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.util.Arrays;

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

    /** @throws Refusal {@code field.unknown-choice} */
    static Field named(String key) {
        return Arrays.stream(values())
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("audiences", "field.unknown-choice"));
    }

    /** As forms and programs call it. */
    public String key() {
        return Db.name(this);
    }
}
