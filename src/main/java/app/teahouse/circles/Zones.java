package app.teahouse.circles;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The time zones a circle may live in, by name. */
final class Zones {
    private static final List<String> OTHERS = List.of("Etc", "SystemV", "US", "Brazil", "Canada", "Chile", "Mexico");

    private Zones() {}

    /** Every place's zone, and the circle's own even if it is an odd one. */
    static Map<String, String> around(ZoneId own) {
        var zones = new TreeMap<String, String>();
        zones.put(own.getId(), own.getId());
        for (var id : ZoneId.getAvailableZoneIds()) {
            var slash = id.indexOf('/');
            if (slash > 0 && !OTHERS.contains(id.substring(0, slash))) {
                zones.put(id, Objects.requireNonNull(id).replace('_', ' '));
            }
        }
        return new LinkedHashMap<>(zones);
    }
}
