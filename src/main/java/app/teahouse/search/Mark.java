package app.teahouse.search;

import app.teahouse.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of hits ended, and all that the order depends on: when the list began, which part of the circle was looked at and what
 * the words weighed. So the next page goes on in the same list, whatever was written meanwhile.
 *
 * @param some whether hits have some of the words only
 * @param score the last hit's; in a list by number, its number
 */
record Mark(Instant asOf, boolean some, long from, List<Integer> weights, long score, UUID id) {

    String write() {
        var text = asOf.toEpochMilli() + " " + (some ? 1 : 0) + " " + from + " " + score + " " + id + " "
                + weights.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Mark read(@Nullable String before) {
        if (before == null) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(before), StandardCharsets.UTF_8);
            var parts = text.split(" ", 6);
            return new Mark(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])),
                    parts[1].equals("1"),
                    Math.max(0, Long.parseLong(parts[2])),
                    parts[5].isEmpty()
                            ? List.of()
                            : Arrays.stream(parts[5].split(","))
                                    .map(Integer::valueOf)
                                    .limit(64)
                                    .toList(),
                    Long.parseLong(parts[3]),
                    UUID.fromString(parts[4]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.invalid("before", "request.malformed");
        }
    }
}
