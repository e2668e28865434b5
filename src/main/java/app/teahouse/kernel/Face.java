package app.teahouse.kernel;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A circle as every page shows it: its name, address and look. An immutable snapshot, at most ten seconds old.
 *
 * @param colour one of the palette's names, such as {@code jade}
 * @param cover the address of the cover picture
 * @param publicReading whether its posts may be read by anybody
 * @param archived whether it is read-only
 * @param halt why, if the operator of the site halted it
 * @param reading what its owner chose about reading
 */
public record Face(
        CircleId id,
        String slug,
        String name,
        String promise,
        String colour,
        @Nullable String cover,
        Locale language,
        ZoneId zone,
        boolean publicReading,
        boolean archived,
        @Nullable Halt halt,
        ReadingRules reading) {

    /** One that nobody halted. */
    public Face(
            CircleId id,
            String slug,
            String name,
            String promise,
            String colour,
            @Nullable String cover,
            Locale language,
            ZoneId zone,
            boolean publicReading,
            boolean archived,
            ReadingRules reading) {
        this(id, slug, name, promise, colour, cover, language, zone, publicReading, archived, null, reading);
    }

    public Face withCover(@Nullable String other) {
        return new Face(id, slug, name, promise, colour, other, language, zone, publicReading, archived, halt, reading);
    }
}
