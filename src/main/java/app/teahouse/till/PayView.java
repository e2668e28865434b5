package app.teahouse.till;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A checkout as its payer sees it.
 *
 * @param url its page
 * @param state {@code open}, {@code paid}, {@code held}, {@code returned}, {@code expired} or {@code cancelled}
 * @param words why somebody decided so who looked at another amount; or nothing
 * @param came what was paid, or null
 * @param waiting attempts that were begun and of which nothing was heard yet
 */
public record PayView(
        CircleId circle,
        CheckoutId id,
        String url,
        String number,
        String circleName,
        Locale circleLanguage,
        @Nullable String circleUrl,
        String title,
        Money amount,
        String state,
        Instant until,
        Instant madeAt,
        @Nullable Money came,
        @Nullable Instant paidAt,
        Money returned,
        String words,
        String returnPath,
        boolean maySave,
        List<Waiting> waiting) {

    /**
     * @param go where it is paid, or null
     * @param qr what a code on the screen says, or null
     * @param script what WeChat's script needs, as JSON
     */
    public record Waiting(
            UUID attempt,
            String wayName,
            String kind,
            String manner,
            @Nullable String go,
            @Nullable String qr,
            String script) {}

    /** Whether all that came is with its payer again. */
    public boolean isBack() {
        return returned.isPositive() && returned.equals(came);
    }

    public boolean isOpen(Instant now) {
        return state.equals("open") && now.isBefore(until);
    }
}
