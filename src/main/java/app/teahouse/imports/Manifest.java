package app.teahouse.imports;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What {@code manifest.csv} says of the files: a header with {@code file}, and any of published, title, author and tags. */
record Manifest(Map<String, Line> lines) {

    /** {@code published} is null where nothing, or nothing readable, is said. */
    record Line(
            @Nullable Instant published,
            @Nullable String title,
            @Nullable String author,
            List<String> tags,
            @Nullable String badDate) {}

    static final Manifest NONE = new Manifest(Map.of());

    static Manifest read(String csv, ZoneId zone) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        var lines = new HashMap<String, Line>();
        try (var records = format.parse(new StringReader(csv))) {
            for (var row : records) {
                text(row, "file").ifPresent(file -> lines.put(file.replace('\\', '/'), line(row, zone)));
            }
        }
        return new Manifest(lines);
    }

    Optional<Line> of(String path) {
        var line = lines.get(path);
        return Optional.ofNullable(line != null ? line : lines.get(path.substring(path.lastIndexOf('/') + 1)));
    }

    private static Line line(CSVRecord row, ZoneId zone) {
        var published = text(row, "published").orElse(null);
        var at = published == null ? null : instant(published, zone);
        return new Line(
                at,
                text(row, "title").orElse(null),
                text(row, "author").orElse(null),
                text(row, "tags").map(Manifest::tags).orElse(List.of()),
                at == null ? published : null);
    }

    private static List<String> tags(String text) {
        return Arrays.stream(text.split("[,;，；、|]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .limit(10)
                .toList();
    }

    private static Optional<String> text(CSVRecord row, String column) {
        return row.isMapped(column) && row.isSet(column)
                ? Optional.of(row.get(column).strip()).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    /** What lies outside is a slip of the pen, and more than the database can hold. */
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    /** A day (noon in the circle's zone is meant, so that it is that day nearly everywhere), or a moment in ISO 8601. */
    static @Nullable Instant instant(String text, ZoneId zone) {
        var instant = parsed(text, zone);
        return instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    }

    private static @Nullable Instant parsed(String text, ZoneId zone) {
        var plain = text.strip().replace('/', '-').replaceFirst(" ", "T");
        try {
            if (plain.length() <= 10) {
                return LocalDate.parse(plain, DateTimeFormatter.ofPattern("yyyy-M-d"))
                        .atTime(LocalTime.NOON)
                        .atZone(zone)
                        .toInstant();
            }
            return plain.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(plain).toInstant()
                    : LocalDateTime.parse(plain).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
