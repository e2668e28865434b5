package app.teahouse.directory;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A member's line in the directory, as they themselves read it.
 *
 * @param audiences whose eyes each field is for; each has one
 * @param reason why staff took it out, or empty
 */
public record Entry(State state, Said said, Map<Field, Audience> audiences, String reason) {

    /** Whether others find it. */
    public enum State {
        /** It is its member's alone. */
        DRAFT,
        LISTED,
        /** Staff took it out; only they let it in again. */
        OUT
    }

    static final Entry NONE = new Entry(State.DRAFT, Said.NOTHING, first(), "");

    private static Map<Field, Audience> first() {
        var audiences = new EnumMap<Field, Audience>(Field.class);
        for (var field : Field.values()) {
            audiences.put(field, field.atFirst());
        }
        return audiences;
    }

    /** What a member wishes their line to be. */
    static Entry wished(boolean listed, Said said, Map<Field, Audience> audiences) {
        var all = first();
        all.putAll(audiences);
        return new Entry(listed ? State.LISTED : State.DRAFT, said, all, "");
    }

    /** @throws Refusal what is wrong with it, and {@code directory.nothing-shown} where it is listed and says nothing to any member */
    Entry fit() {
        var fit = new Entry(state, said.fit(), audiences, reason);
        if (state == State.LISTED && fit.widest().compareTo(Audience.LISTED) < 0) {
            throw Refusal.invalid("listed", "directory.nothing-shown");
        }
        return fit;
    }

    public Audience audience(Field field) {
        return Objects.requireNonNull(audiences.get(field));
    }

    /** Of all that is said. */
    Audience widest() {
        return List.of(Field.values()).stream()
                .filter(field -> !said.isEmpty(field))
                .map(this::audience)
                .max(Comparator.naturalOrder())
                .orElse(Audience.NOBODY);
    }

    /** What somebody of these audiences may read. */
    Said seenBy(Set<Audience> readers) {
        return said.only(field -> readers.contains(audience(field)));
    }

    public boolean isBlank() {
        return List.of(Field.values()).stream().allMatch(said::isEmpty);
    }

    public boolean isListed() {
        return state == State.LISTED;
    }

    public boolean isOut() {
        return state == State.OUT;
    }

    public String stateName() {
        return Db.name(state);
    }
}
