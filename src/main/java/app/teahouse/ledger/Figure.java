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
        return Db.name(this);
    }

    /** The last part of the message key that says what the account is. */
    public String title() {
        return Db.name(purpose).replace('_', '-');
    }

    Purse purse() {
        return Purse.of(purpose);
    }
}
