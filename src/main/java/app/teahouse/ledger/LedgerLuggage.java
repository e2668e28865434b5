package app.teahouse.ledger;

import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Money stays with the site that took it. It stays when the circle is erased, too: the law wants books kept. */
@Component
class LedgerLuggage implements Luggage {
    private static final String WHY = "money stays with the site that took it";

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("ledger.balance", WHY),
                Crate.stays("ledger.transfer", WHY),
                Crate.stays("ledger.hold", WHY),
                Crate.stays("ledger.proof", WHY));
    }
}
