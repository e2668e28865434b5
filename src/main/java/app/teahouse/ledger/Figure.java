package app.teahouse.ledger;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.util.Arrays;

/** A figure on a page about a circle's money, by the word in its address, and the account whose transfers it opens. */
public enum Figure {
    HELD(Purpose.HELD),
    AVAILABLE(Purpose.AVAILABLE),
    OUTSIDE(Purpose.INCOME_OUTSIDE),
    OWED(Purpose.OWED_TO_SITE),
    /** Of many payouts, each with an account. */
    ON_ITS_WAY(Purpose.ON_ITS_WAY),
    DISPUTED(Purpose.DISPUTED),
    FEES(Purpose.SITE_FEE);

    private final Purpose purpose;

    Figure(Purpose purpose) {
        this.purpose = purpose;
    }

    /** @throws Refusal {@code page.unknown} */
    public static Figure of(String word) {
        return Arrays.stream(values())
                .filter(figure -> figure.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("page.unknown"));
    }

    public String word() {
        return Db.name(this).replace('_', '-');
    }

    /** The last part of the message key that says what the account is. */
    public String title() {
        return Db.name(purpose).replace('_', '-');
    }

    /** Whether there is one account for each payout or order. */
    boolean isOfMany() {
        return this == ON_ITS_WAY || this == DISPUTED;
    }

    Purpose purpose() {
        return purpose;
    }
}
