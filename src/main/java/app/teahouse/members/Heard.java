package app.teahouse.members;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.speaking.Hush;
import app.teahouse.speaking.Ruling;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the Gate's statement packed into lines: fields with one space between them, and free text at the end. */
final class Heard {
    private Heard() {}

    /** {@code <id> <kind> <surfaces> <until> <reason>}. */
    static Speaking.Word word(String line) {
        var parts = line.split(" ", 5);
        return new Speaking.Word(
                UUID.fromString(parts[0]),
                Db.constant(Ruling.Kind.class, parts[1]),
                surfaces(parts[2]),
                moment(parts[3]),
                parts[4]);
    }

    /** {@code <kind> <surfaces> <roles> <until> <from> <to> <reason>}. */
    static Hush hush(String line) {
        var parts = line.split(" ", 7);
        var kind = Db.constant(Hush.Kind.class, parts[0]);
        return new Hush(
                kind,
                surfaces(parts[1]),
                roles(parts[2]),
                moment(parts[3]),
                kind == Hush.Kind.DAILY ? new Hush.Hours(time(parts[4]), time(parts[5])) : null,
                parts[6]);
    }

    /** One that this site does not have, out of a newer site's archive, is left out. */
    private static List<Surface> surfaces(String names) {
        var wanted = Set.of(names.split(","));
        return Arrays.stream(Surface.values())
                .filter(surface -> wanted.contains(Db.name(surface)))
                .toList();
    }

    private static Set<Role> roles(String names) {
        var wanted = Set.of(names.split(","));
        return Arrays.stream(Role.values())
                .filter(role -> wanted.contains(Db.name(role)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalTime time(String minutes) {
        return LocalTime.MIDNIGHT.plusMinutes(Long.parseLong(minutes));
    }

    private static @Nullable Instant moment(String micros) {
        return micros.isEmpty() ? null : Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
}
