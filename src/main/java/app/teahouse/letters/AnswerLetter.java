package app.teahouse.letters;

import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff answer a letter, and close it when the matter is settled. */
@Component
public class AnswerLetter {
    private final LetterRows rows;
    private final AddLine addLine;
    private final Events events;
    private final Clock clock;

    AnswerLetter(LetterRows rows, AddLine addLine, Events events, Clock clock) {
        this.rows = rows;
        this.addLine = addLine;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param closes whether the matter is settled with it
     * @throws Refusal {@code letters.unknown}, {@code letters.closed}
     */
    @Transactional
    public void answer(Staff staff, LetterId id, String text, boolean closes) {
        new Faults().text("text", text, WriteLetter.LONGEST).refuse();
        var letter = lock(staff, id);
        if (!letter.isOpen()) {
            throw Refusal.conflict("letters.closed");
        }
        var now = clock.instant();
        var line = addLine.add(letter, staff.account(), true, text, now);
        if (line != null) {
            events.publish(new LetterAnswered(
                    staff.circle(), id.value(), line.value(), letter.account(), staff.account(), now));
        }
        if (closes) {
            rows.close(staff.circle(), id, staff.account(), now);
        }
    }

    /**
     * Closing what is closed changes nothing. It opens again when its member writes; who waits for an answer is told.
     *
     * @throws Refusal {@code letters.unknown}
     */
    @Transactional
    public void close(Staff staff, LetterId id) {
        var letter = lock(staff, id);
        var now = clock.instant();
        rows.close(staff.circle(), id, staff.account(), now);
        if (letter.isOpen() && letter.waits() == Letter.Waits.STAFF) {
            var last = rows.lines(staff.circle(), id, null, 1).items().getFirst();
            events.publish(new LetterClosed(
                    staff.circle(), id.value(), last.id().value(), letter.account(), staff.account(), now));
        }
    }

    /** One's own is not among those that one answers. */
    private Letter lock(Staff staff, LetterId id) {
        return rows.lock(staff.circle(), id)
                .filter(found -> !found.account().equals(staff.account()))
                .orElseThrow(() -> Refusal.notFound("letters.unknown"));
    }
}
