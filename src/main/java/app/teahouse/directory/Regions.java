package app.teahouse.directory;

import app.teahouse.web.Frame;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The coarse places that members are filtered by: the countries and regions of ISO 3166, and the provinces of China. A list of all says of nobody where they are. */
public final class Regions {
    static final String CHINA = "CN";

    private static final List<String> PROVINCES = Stream.of(
                    "BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ"
                            .split(" "))
            .map(province -> CHINA + "-" + province)
            .toList();

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, List<Region>> SORTED = new ConcurrentHashMap<>();

    private Regions() {}

    /** As a reader knows it. */
    public record Region(String code, String name) {}

    static boolean isKnown(String code) {
        return COUNTRIES.contains(code) || PROVINCES.contains(code);
    }

    public static List<Region> provinces(Frame frame) {
        return SORTED.computeIfAbsent(
                "province " + frame.lang(),
                _ -> sorted(frame, PROVINCES.stream().map(code -> new Region(code, name(frame, code)))));
    }

    public static List<Region> countries(Frame frame) {
        return SORTED.computeIfAbsent(
                "country " + frame.lang(),
                _ -> sorted(frame, COUNTRIES.stream().map(code -> new Region(code, name(frame, code)))));
    }

    private static List<Region> sorted(Frame frame, Stream<Region> regions) {
        var order = Collator.getInstance(frame.locale());
        return regions.sorted(Comparator.comparing(Region::name, order::compare))
                .toList();
    }

    public static String name(Frame frame, String code) {
        return code.startsWith(CHINA + "-")
                ? frame.t("directory.region." + code.toLowerCase(Locale.ROOT))
                : new ULocale("", code).getDisplayCountry(ULocale.forLocale(frame.locale()));
    }
}
