package app.teahouse.gateways;

import app.teahouse.kernel.CircleId;
import java.util.Set;

/**
 * A way of paying that somebody set up: the operator for the whole site, or a circle for itself.
 *
 * @param home whose it is; {@link Ways#SITE} for the site's
 * @param kind of which gateway
 * @param name what payers read
 * @param currencies of ISO 4217 it takes; empty for all
 */
public record Way(WayId id, CircleId home, String kind, String name, boolean on, Set<String> currencies) {

    /** Whether the circle itself gets the money, outside of the site. Else the site does, and pays out. */
    public boolean receivedByCircle() {
        return !home.equals(Ways.SITE);
    }

    public boolean takes(String currency) {
        return currencies.isEmpty() || currencies.contains(currency);
    }
}
