package app.teahouse.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as sources write them. What names no zone means the circle's; a day alone means its noon. */
final class Dates {
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    /** As mail writes them, with the short names of zones that people still use. */
    private static final DateTimeFormatter OF_MAIL =
            DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm[:ss] [zzz][xx]", Locale.ENGLISH);

    private Dates() {}

    /** @return null if it cannot be read, or lies where only a slip of the pen can have put it */
    static @Nullable Instant of(@Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank() || text.length() > 60) {
            return null;
        }
        var at = parsed(text.strip(), zone);
        return at == null || at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at;
    }

    private static @Nullable Instant parsed(String text, ZoneId zone) {
        try {
            if (text.matches("\\d{10}(\\d{3})?")) {
                var number = Long.parseLong(text);
                return text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            }
            if (Character.isLetter(text.charAt(0)) || text.matches("\\d{1,2} [A-Za-z]{3} .*")) {
                return ZonedDateTime.parse(text.replaceAll("\\s+", " "), OF_MAIL)
                        .toInstant();
            }
            var plain = text.replace('/', '-').replaceFirst(" (?=\\d)", "T");
            if (plain.length() <= 10) {
                return LocalDate.parse(plain, DateTimeFormatter.ofPattern("yyyy-M-d"))
                        .atTime(LocalTime.NOON)
                        .atZone(zone)
                        .toInstant();
            }
            return zoned(plain, zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant zoned(String text, ZoneId zone) {
        var zoned = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        return zoned.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                ? OffsetDateTime.parse(zoned).toInstant()
                : LocalDateTime.parse(zoned).atZone(zone).toInstant();
    }
}
