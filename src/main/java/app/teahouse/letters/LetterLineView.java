package app.teahouse.letters;

import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import org.jspecify.annotations.Nullable;

/**
 * A line of a letter with who wrote it.
 *
 * @param author null where that account is gone
 */
public record LetterLineView(LetterLine line, @Nullable MemberCard author) {

    public String key() {
        return Ids.text(line.id());
    }
}
