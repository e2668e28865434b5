package app.teahouse.site;

import app.teahouse.byhand.HandList;
import app.teahouse.kernel.CircleId;
import app.teahouse.ledger.Proofs;
import app.teahouse.treasury.Sums;
import app.teahouse.ways.WayView;
import java.util.List;
import java.util.Map;

/**
 * The operator's page about money.
 *
 * @param names of circles whose ledger does not add up; of one that is gone there is none
 * @param payouts how many can be sent now, or were sent and have no answer yet
 */
public record MoneyView(
        Proofs.Summary proofs,
        Map<CircleId, String> names,
        List<Sums> whole,
        HandList.All hands,
        List<WayView> ways,
        List<WayView.Offer> offers,
        long payouts) {

    public String name(Proofs.Fault fault) {
        var name = names.get(fault.circle());
        return name == null ? fault.circle().value().toString() : name;
    }
}
