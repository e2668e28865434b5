package app.teahouse.gifts;

import app.teahouse.circles.Question;
import app.teahouse.kernel.Face;
import app.teahouse.plans.Calendar.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a card, for whoever has its code.
 *
 * @param code as it is read aloud, and {@code path} where it leads
 * @param promise what the plan opens, in its owner's words
 * @param span what it gives the reader, or null for who is not signed in or can't use it
 * @param refusal why it can't be used, as a sentence, or null
 * @param usedByReader whether the reader has used it
 * @param waits whether the reader waits with it for the staff's yes
 * @param staffDecide whether staff are asked first
 * @param questions of the circle, which an applicant answers
 * @param asked whether it has some for the reader, who is in by now
 */
public record CardView(
        Face circle,
        Parcel parcel,
        String promise,
        String code,
        String path,
        LocalDate validUntil,
        boolean usable,
        boolean signedIn,
        @Nullable Span span,
        @Nullable String refusal,
        boolean usedByReader,
        boolean waits,
        boolean staffDecide,
        boolean byPassword,
        List<Question> questions,
        boolean asked) {}
