package app.teahouse.orders;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Refusal;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What may go back at all, before anybody asks how much of it there is. */
@Component
public class MayRefund {
    private final OrderRows rows;
    private final Passes passes;
    private final Disputed disputed;
    private final Terms terms;
    private final Clock clock;

    MayRefund(OrderRows rows, Passes passes, Disputed disputed, Terms terms, Clock clock) {
        this.rows = rows;
        this.passes = passes;
        this.disputed = disputed;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * A better plan was bought by the difference, and a renewal follows on: without what they stand on they would give too much.
     *
     * @throws Refusal {@code refund.later-order}
     */
    void nothingBuildsOn(CircleId circle, OrderId id) {
        rows.find(circle, id).filter(this::hasLater).ifPresent(_ -> {
            throw Refusal.conflict("refund.later-order");
        });
    }

    private boolean hasLater(Order order) {
        return later(order).stream().anyMatch(piece -> piece.paid().isPositive());
    }

    /** The newest first. */
    private List<Passes.Piece> later(Order order) {
        return passes.pieces(order.circle(), order.account()).stream()
                .takeWhile(piece -> !piece.id().equals(order.id().value()))
                .filter(piece -> piece.source() == Pass.Source.PAID)
                .toList();
    }

    /** Better plans whose difference came to nothing: they are nobody's hindrance, and end with what they were reckoned with. */
    List<Order> freeUpgradesOn(Order order) {
        return later(order).stream()
                .filter(piece -> piece.paid().isZero())
                .flatMap(piece -> rows.find(order.circle(), new OrderId(piece.id())).stream())
                .filter(one -> one.kind() == Order.Kind.UPGRADE)
                .toList();
    }

    /** @throws Refusal as {@link RefundOrder#byMember}; nothing where its buyer may take it back by themselves */
    void byMember(Order order) {
        var chosen = terms.of(order.circle());
        if (order.paidAt() == null || order.state() == Order.State.REFUNDED) {
            throw Refusal.conflict("order.not-paid");
        }
        if (order.kind() != Order.Kind.JOIN) {
            throw Refusal.conflict("refund.not-first");
        }
        if (order.state() == Order.State.DONE
                && clock.instant().isAfter(order.paidAt().plus(Duration.ofHours(chosen.refundHours())))) {
            throw Refusal.conflict("refund.too-late").with("hours", chosen.refundHours());
        }
        if (!order.amount().isPositive()) {
            throw Refusal.conflict("refund.cost-nothing");
        }
        if (disputed.isOpen(order)) {
            throw Refusal.conflict("refund.disputed");
        }
        if (!disputed.left(order).isPositive()) {
            // A bank gave it back already.
            throw Refusal.conflict("order.not-paid");
        }
        if (hasLater(order)) {
            throw Refusal.conflict("refund.later-order");
        }
        var used = passes.of(order.circle(), order.account()).map(Pass::refunds).orElse(0);
        if (used >= chosen.refundsMost()) {
            throw Refusal.conflict("refund.used-up").with("most", chosen.refundsMost());
        }
    }

    public boolean isByMember(Order order) {
        try {
            byMember(order);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Until when its buyer may, if that is still to come. */
    public Optional<Instant> until(Order order) {
        if (order.kind() != Order.Kind.JOIN || order.paidAt() == null) {
            return Optional.empty();
        }
        var until =
                order.paidAt().plus(Duration.ofHours(terms.of(order.circle()).refundHours()));
        return Optional.of(until).filter(end -> end.isAfter(clock.instant()));
    }
}
