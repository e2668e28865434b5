package app.teahouse.readers;

import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a list that is ordered by moments goes on: a moment, and a number for those that share it. */
record Key(Instant at, long number) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,17})-(\\d{1,18})");
    private static final Key LATEST = new Key(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    static Key parse(@Nullable String before) {
        if (before == null) {
            return LATEST;
        }
        var found = FORM.matcher(before);
        if (!found.matches()) {
            throw Refusal.notFound("id.malformed");
        }
        return new Key(
                Instant.EPOCH.plus(Long.parseLong(found.group(1)), ChronoUnit.MICROS), Long.parseLong(found.group(2)));
    }

    String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + number;
    }
}
