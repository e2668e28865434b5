package app.teahouse.site;

import app.teahouse.byhand.HandList;
import app.teahouse.ledger.Proofs;
import app.teahouse.treasury.Sums;
import app.teahouse.ways.WayView;
import java.util.List;

/**
 * The operator's page about money.
 *
 * @param payouts how many can be sent now, or were sent and have no answer yet
 */
public record MoneyView(
        Proofs.Summary proofs,
        List<Sums> whole,
        HandList.All hands,
        List<WayView> ways,
        List<WayView.Offer> offers,
        long payouts) {}
