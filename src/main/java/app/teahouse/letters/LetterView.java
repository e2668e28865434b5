package app.teahouse.letters;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import org.jspecify.annotations.Nullable;

/**
 * A letter in a list.
 *
 * @param member who writes it, or null where that account is gone
 * @param last the beginning of the last line; empty on the letter's own page
 */
public record LetterView(Letter letter, @Nullable MemberCard member, String last) {

    public String key() {
        return Ids.text(letter.id());
    }

    public String matter() {
        return Db.name(letter.matter());
    }

    /** How it is with it: {@code staff} or {@code member} for whom it waits, or {@code closed}. */
    public String state() {
        return letter.isOpen() ? Db.name(letter.waits()) : "closed";
    }
}
