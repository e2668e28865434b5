package app.teahouse.web;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.text.TimeZoneNames.NameType;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.text.Collator;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The time zones one may choose, in the reader's words: the place, what its time is called, how far it is from UTC now. */
public final class Zones {
    private static final List<String> FIRST = List.of(
            "Asia/Shanghai",
            "Asia/Hong_Kong",
            "Asia/Taipei",
            "Asia/Singapore",
            "Asia/Tokyo",
            "Australia/Sydney",
            "Europe/London",
            "Europe/Berlin",
            "America/New_York",
            "America/Los_Angeles",
            "UTC");

    private final Frame frame;
    private final TimeZoneNames names;

    private Zones(Frame frame) {
        this.frame = frame;
        this.names = TimeZoneNames.getInstance(frame.locale());
    }

    /** Whether there is such a zone. */
    public static boolean has(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** What is chosen now if it is a rare one, then those where most people live, then all others from west to east. */
    public static Map<String, String> around(Frame frame, String own) {
        return new Zones(frame).around(own);
    }

    /** The place alone, for a sentence that has named a time already. */
    static String place(Frame frame, ZoneId zone) {
        return new Zones(frame).place(zone.getId());
    }

    private String place(String zone) {
        if (zone.equals("UTC")) {
            return frame.t("web.zone.utc");
        }
        var canonical = TimeZone.getCanonicalID(zone);
        var city = canonical == null ? null : names.getExemplarLocationName(canonical);
        return city == null ? zone : city;
    }

    private Map<String, String> around(String own) {
        var zones = new LinkedHashMap<String, String>();
        if (has(own) && !FIRST.contains(own)) {
            zones.put(own, words(own));
        }
        FIRST.forEach(zone -> zones.put(zone, words(zone)));

        var others = new ArrayList<Place>();
        for (var id : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            var zone = TimeZone.getIanaID(id);
            if (zone.indexOf('/') > 0 && has(zone) && !isSame(id, own) && !zones.containsKey(zone)) {
                others.add(new Place(zone, offset(zone), words(zone)));
            }
        }
        others.sort(Comparator.comparing((Place place) -> place.offset().getTotalSeconds())
                .thenComparing(Place::words, Collator.getInstance(frame.locale())));
        others.forEach(place -> zones.put(place.zone(), place.words()));
        return zones;
    }

    private record Place(String zone, ZoneOffset offset, String words) {}

    private static boolean isSame(String canonical, String zone) {
        return canonical.equals(TimeZone.getCanonicalID(zone));
    }

    private String words(String zone) {
        if (zone.equals("UTC")) {
            return frame.t("web.zone.utc");
        }
        var canonical = TimeZone.getCanonicalID(zone);
        if (canonical == null) {
            return zone;
        }
        var offset = offset(offset(zone));
        var place = place(zone);
        var name = name(canonical);
        return name == null
                ? frame.t("web.zone.place", "place", place, "offset", offset)
                : frame.t("web.zone", "place", place, "name", name, "offset", offset);
    }

    /** One that holds all year if there is one, else that of now. */
    private @Nullable String name(String canonical) {
        var now = frame.now().toEpochMilli();
        var changes = TimeZone.getTimeZone(canonical).observesDaylightTime();
        var allYear = names.getDisplayName(canonical, changes ? NameType.LONG_GENERIC : NameType.LONG_STANDARD, now);
        if (allYear != null || !changes) {
            return allYear;
        }
        var summer = ZoneId.of(canonical).getRules().isDaylightSavings(frame.now());
        return names.getDisplayName(canonical, summer ? NameType.LONG_DAYLIGHT : NameType.LONG_STANDARD, now);
    }

    private ZoneOffset offset(String zone) {
        return ZoneId.of(zone).getRules().getOffset(frame.now());
    }

    private static String offset(ZoneOffset offset) {
        var minutes = Math.abs(offset.getTotalSeconds() / 60);
        var sign = offset.getTotalSeconds() < 0 ? "−" : "+";
        var text = "UTC" + sign + minutes / 60;
        return minutes % 60 == 0 ? text : text + ":" + String.format(Locale.ROOT, "%02d", minutes % 60);
    }
}
