package app.teahouse.payouts;

import app.teahouse.accounts.ProvePassword;
import app.teahouse.circles.CircleChanged;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Owner;
import app.teahouse.secrets.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where an owner's money goes: name, bank and number, sealed at rest. Shown again is only the label; who changes it gives their password
 * once more, since whoever changes it gets the money.
 */
@Component
class PayoutDetails {
    private static final String PURPOSE = "payouts.details";

    private final Db db;
    private final Vault vault;
    private final ProvePassword prove;
    private final Events events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PayoutDetails(
            Db db, Vault vault, ProvePassword prove, Events events, Clock clock, TransactionTemplate transaction) {
        this.events = events;
        this.db = db;
        this.vault = vault;
        this.prove = prove;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param holder whose account it is
     * @param bank its bank, or what else it is, such as 支付宝
     * @param number its number or name there
     */
    record Account(String holder, String bank, String number) {

        /** Numbers are typed in groups, which are no part of them. */
        String label() {
            var bare = number.replaceAll("[\\s\\p{Z}-]", "");
            return bank.strip() + " ··"
                    + bare.substring(bare.offsetByCodePoints(
                            bare.length(), -Math.min(4, bare.codePointCount(0, bare.length()))));
        }

        String text() {
            return String.join("\n", holder.strip(), bank.strip(), number.strip());
        }

        static Account of(String text) {
            var lines = text.split("\n", -1);
            return new Account(lines[0], lines[1], lines[2]);
        }
    }

    record Kept(String label, byte[] sealed, Instant setAt) {}

    Optional<Kept> of(CircleId circle) {
        return db.sql("select label, sealed, set_at from payouts.details where circle_id = :circle")
                .with("circle", circle)
                .maybe((row, n) -> new Kept(row.getString(1), row.getBytes(2), Db.instant(row, 3)));
    }

    void set(Owner owner, Account account, String password) {
        new Faults()
                .text("holder", account.holder(), 80)
                .text("bank", account.bank(), 80)
                .text("number", account.number(), 60)
                .require(account.text().lines().count() == 3, "number", "field.unreadable")
                .refuse();
        prove.prove(owner.member().person(), "proof", password);
        transaction.executeWithoutResult(_ -> write(owner, account));
    }

    private void write(Owner owner, Account account) {
        db.sql("""
                insert into payouts.details (circle_id, sealed, label, set_by, set_at)
                values (:circle, :sealed, :label, :by, :now)
                on conflict (circle_id) do update
                   set sealed = excluded.sealed, label = excluded.label, set_by = excluded.set_by, set_at = excluded.set_at
                """)
                .with("circle", owner.circle())
                .with("sealed", vault.seal(PURPOSE, owner.circle().value(), account.text()))
                .with("label", account.label())
                .with("by", owner.account())
                .with("now", clock.instant())
                .run();
        events.publish(new CircleChanged(
                owner.circle(), CircleChanged.Kind.PAYOUT_ACCOUNT, owner.account(), "", "", clock.instant()));
    }

    /** Whoever owns the circle now says anew where its money goes. */
    void forget(CircleId circle, AccountId owner) {
        db.sql("delete from payouts.details where circle_id = :circle and set_by <> :owner")
                .with("circle", circle)
                .with("owner", owner)
                .run();
    }

    /** What this owner said; nothing where another one did, before the circle was handed over. */
    Optional<Kept> of(Owner owner) {
        return db.sql("select label, sealed, set_at from payouts.details where circle_id = :circle and set_by = :owner")
                .with("circle", owner.circle())
                .with("owner", owner.account())
                .maybe((row, n) -> new Kept(row.getString(1), row.getBytes(2), Db.instant(row, 3)));
    }

    /** Empty where it was sealed with another site's key. */
    Optional<Account> open(CircleId circle, byte[] sealed) {
        return vault.open(PURPOSE, circle.value(), sealed).map(Account::of);
    }
}
