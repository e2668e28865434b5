package app.teahouse.kernel;

import java.util.Collection;
import java.util.List;

/**
 * Is told, in the transaction of the change, that something in a circle may be found by other words than before, or not at all any
 * more. Room {@code index} implements it. Telling too often costs a little work; not telling leaves old words behind.
 */
public interface Findable {

    /** What can be found. Rooms that bring more name theirs here. */
    enum Kind {
        POST,
        COMMENT,
        MEMBER,
        COLUMN
    }

    void changed(CircleId circle, Kind kind, Collection<? extends Id> ids);

    default void post(CircleId circle, Id post) {
        changed(circle, Kind.POST, List.of(post));
    }

    default void comment(CircleId circle, Id comment) {
        changed(circle, Kind.COMMENT, List.of(comment));
    }

    default void member(CircleId circle, AccountId account) {
        changed(circle, Kind.MEMBER, List.of(account));
    }
}
