package app.teahouse.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Reads moments as the demo's texts write them. They all lie before the demo began, so that nothing comes from the future. */
record Moments(Instant now, ZoneId zone) {

    /** {@code 12d 20:15} is a time of day twelve days ago, {@code 5h} or {@code 20m} so long ago. */
    Instant of(String text) {
        var words = Entry.split(text, " ");
        if (words.size() == 1) {
            return past(now.minus(length(text)));
        }
        var day = now.atZone(zone)
                .toLocalDate()
                .minusDays(length(words.getFirst()).toDays());
        return past(day.atTime(LocalTime.parse(words.get(1))).atZone(zone).toInstant());
    }

    /** So long after something: {@code 20m}, {@code 3h}, {@code 2d}. */
    Instant after(Instant start, String text) {
        return past(start.plus(length(text)));
    }

    Instant past(Instant wished) {
        var last = now.minusSeconds(90);
        return wished.isAfter(last) ? last : wished;
    }

    static Duration length(String text) {
        var many = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'd' -> Duration.ofDays(many);
            case 'h' -> Duration.ofHours(many);
            case 'm' -> Duration.ofMinutes(many);
            default -> throw new IllegalArgumentException("No length of time: " + text);
        };
    }
}
