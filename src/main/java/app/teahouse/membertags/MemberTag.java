package app.teahouse.membertags;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;

/**
 * @param heading what a custom group is called; empty for the others
 * @param members how many have it, also those who left
 */
public record MemberTag(
        MemberTagId id,
        Grouping grouping,
        String heading,
        String name,
        String colour,
        String description,
        long members) {

    /** As it stands in addresses. */
    public String key() {
        return Ids.text(id);
    }

    public String group() {
        return Db.name(grouping);
    }

    /** Tags of one group stand together. */
    public boolean isBeside(MemberTag other) {
        return grouping == other.grouping && heading.equals(other.heading);
    }
}
