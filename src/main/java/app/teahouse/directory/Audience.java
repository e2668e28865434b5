package app.teahouse.directory;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** For whose eyes something is, from the narrowest to the widest; each includes those before it. */
public enum Audience {
    NOBODY,
    STAFF,
    /** Those who are listed themselves. */
    LISTED,
    MEMBERS;

    /** Those that a reader belongs to: what is for one of them, they may see and find. */
    static Set<Audience> of(Member reader, boolean listed) {
        if (reader.isStaff()) {
            return EnumSet.of(STAFF, LISTED, MEMBERS);
        }
        return listed ? EnumSet.of(LISTED, MEMBERS) : EnumSet.of(MEMBERS);
    }

    public String key() {
        return Db.name(this);
    }

    /** Stands in lexemes; never changes. */
    char letter() {
        return key().charAt(0);
    }

    static Audience named(String field, String key) {
        return Arrays.stream(values())
                .filter(audience -> audience.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "field.unknown-choice"));
    }
}
