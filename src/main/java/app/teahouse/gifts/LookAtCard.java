package app.teahouse.gifts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds a card by its code. Guessing is limited for each account, or each address of visitors; only wrong codes count, so a card that many
 * look at stays open to them. A wrong code asks the database as often as a right one.
 */
@Component
class LookAtCard {
    private static final String WHAT = "gift";
    private static final int TRIES = 20;
    private static final Duration PER = Duration.ofMinutes(10);

    private final Db db;
    private final Codes codes;
    private final GiftRows rows;
    private final Limits limits;

    LookAtCard(Db db, Codes codes, GiftRows rows, Limits limits) {
        this.db = db;
        this.codes = codes;
        this.rows = rows;
        this.limits = limits;
    }

    private record Claim(CircleId circle, CardId card) {}

    /**
     * @param who whose tries are counted: an account's id or an address
     * @throws Refusal {@code gift.unknown}, {@code site.too-often}
     */
    Card find(String code, String who) {
        limits.check(WHAT, who, TRIES, PER);
        var claim = claim(code);
        var asked = claim.orElseGet(() -> new Claim(new CircleId(new UUID(0, 0)), new CardId(new UUID(0, 0))));
        var card = rows.card(asked.circle(), asked.card());
        if (card.isEmpty()) {
            limits.take(WHAT, who, TRIES, PER);
            throw unknown();
        }
        return card.get();
    }

    private Optional<Claim> claim(String code) {
        return db.sql("select circle_id, card_id from gifts.claim where claim = decode(:claim, 'hex')")
                .with("claim", codes.claim(code))
                .maybe((row, n) -> new Claim(new CircleId(Db.uuid(row, 1)), new CardId(Db.uuid(row, 2))));
    }

    static Refusal unknown() {
        return Refusal.notFound("gift.unknown");
    }
}
