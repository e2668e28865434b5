package app.teahouse.practice;

import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.Ways;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.HearGateway;
import app.teahouse.practice.Practice.Card;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Somebody plays the payer: pays, too little, too late or not at all; and the gateway tells once, twice or never. */
@Component
class PlayPayment implements Job {
    private final Clock clock;
    private final Played played;
    private final Practice practice;
    private final Ways ways;
    private final HearGateway hearGateway;

    PlayPayment(Clock clock, Played played, Practice practice, Ways ways, HearGateway hearGateway) {
        this.clock = clock;
        this.played = played;
        this.practice = practice;
        this.ways = ways;
        this.hearGateway = hearGateway;
    }

    enum Deed {
        PAY,
        PAY_LESS,
        PAY_LATE,
        DECLINE
    }

    /** @param times how often the gateway tells of it */
    record Play(Deed deed, String card, int times) {
        static Play of(String deed, String card, String tell) {
            try {
                return new Play(
                        Deed.valueOf(deed.toUpperCase(Locale.ROOT).replace('-', '_')),
                        card,
                        tell.equals("twice") ? 2 : tell.equals("never") ? 0 : 1);
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("deed", "request.malformed");
            }
        }
    }

    /**
     * @return whether something was paid
     * @throws Refusal {@code practice.unknown}, {@code practice.over}, {@code practice.declined}
     */
    boolean play(String name, Play play) {
        var payment = played.find(name).orElseThrow(() -> Refusal.notFound("practice.unknown"));
        if (!payment.state().equals("waiting") && !payment.state().equals("declined")) {
            throw Refusal.conflict("practice.over");
        }
        if (play.deed() == Deed.PAY_LATE) {
            played.late(name, payment.expiresAt().plusSeconds(60));
            return false;
        }
        if (play.deed() == Deed.DECLINE || Card.of(play.card()) == Card.DECLINES) {
            played.become(name, "declined");
            throw Refusal.conflict("practice.declined");
        }
        pay(payment, play.deed() == Deed.PAY_LESS ? Practice.half(payment.amount()) : payment.amount(), play);
        return true;
    }

    private void pay(PracticeView payment, Money amount, Play play) {
        if (!played.pay(payment.name(), amount, play.card(), clock.instant())) {
            throw Refusal.conflict("practice.over");
        }
        var paid = played.find(payment.name()).orElseThrow();
        var way = ways.find(payment.way()).orElseThrow();
        for (var time = 1; time <= play.times(); time++) {
            try {
                hearGateway.hear(way, practice.tell(paid, time));
            } catch (Unreachable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public String name() {
        return "practice.pay-late";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public boolean step(Instant now) {
        for (var payment : played.due(now)) {
            pay(payment, payment.amount(), new Play(Deed.PAY, Card.PAYS.digits(), 1));
        }
        return false;
    }
}
