package app.teahouse.letters;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds what somebody wrote to a letter that the caller holds, and says whose turn it is now. */
@Component
class AddLine {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final LetterRows rows;

    AddLine(LetterRows rows) {
        this.rows = rows;
    }

    /** @return null where it was sent twice, and stands there already */
    @Nullable
    LineId add(Letter letter, AccountId author, boolean staff, String text, Instant now) {
        var said = text.strip();
        var twice = rows.lines(letter.circle(), letter.id(), null, 1).items().stream()
                .anyMatch(last -> author.equals(last.author())
                        && last.staff() == staff
                        && last.text().equals(said)
                        && last.madeAt().isAfter(now.minus(AGAIN)));
        if (twice && letter.isOpen()) {
            return null;
        }
        var line = new LetterLine(new LineId(Ids.next()), author, staff, said, now);
        rows.add(letter, line);
        rows.turn(letter, staff ? Letter.Waits.MEMBER : Letter.Waits.STAFF, now);
        return line.id();
    }
}
