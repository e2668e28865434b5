package app.teahouse.gateways;

import app.teahouse.kernel.CircleId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Knows which ways of paying were set up. Room {@code ways} does. */
public interface Ways extends Gateway.Setups {
    /** Where the site's own ways stand: no circle has this id. */
    CircleId SITE = new CircleId(new UUID(0, 0));

    /** Those in use in a circle: its own and the site's, in the order in which payers are shown them. */
    List<Way> of(CircleId circle);

    /** Also one that is not in use any more: what was paid by it may still come, or go back. */
    Optional<Way> find(WayId way);

    /** Opens what was sealed. Not inside a transaction's locks: it is cheap, but what uses it is not. */
    Gateway.Setup setup(Way way);
}
