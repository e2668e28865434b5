package app.teahouse.jobs;

import app.teahouse.kernel.EventRelay;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Wakes the relay of events for what a node left behind when it died, or what is to be tried again. */
@Component
class DeliverEvents implements Job {
    private final EventRelay relay;

    DeliverEvents(EventRelay relay) {
        this.relay = relay;
    }

    @Override
    public String name() {
        return "kernel.deliver-events";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** A lease keeps two nodes off one thing, so nobody has to write down every few seconds that there was nothing to do. */
    @Override
    public boolean onEveryNode() {
        return true;
    }

    @Override
    public boolean step(Instant now) {
        relay.deliverDue(now);
        return false;
    }
}
