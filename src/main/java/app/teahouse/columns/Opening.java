package app.teahouse.columns;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a part of a column opens to a member. Days are those of the circle's zone, and begin at midnight. */
public sealed interface Opening {
    int MOST_DAYS = 730;

    /** How it is written in tables, forms and answers. */
    String kind();

    default @Nullable LocalDate day() {
        return null;
    }

    /** 0 where days do not matter. */
    default int days() {
        return 0;
    }

    /** When it opens by itself to a member who joined, or came back, at this moment; null where that is not a matter of time. */
    default @Nullable Instant at(Instant joinedAt, ZoneId zone) {
        return null;
    }

    record AtOnce() implements Opening {
        @Override
        public String kind() {
            return "at_once";
        }
    }

    record OnDay(LocalDate day) implements Opening {
        @Override
        public String kind() {
            return "on_day";
        }

        @Override
        public Instant at(Instant joinedAt, ZoneId zone) {
            return day.atStartOfDay(zone).toInstant();
        }
    }

    /** Once the reader has done the part before it; in courses only, since elsewhere nothing is ever done. */
    record AfterBefore() implements Opening {
        @Override
        public String kind() {
            return "after_before";
        }
    }

    /** The day on which somebody joins the circle, or comes back, is day 0. */
    record AfterJoining(int days) implements Opening {
        @Override
        public String kind() {
            return "after_joining";
        }

        @Override
        public Instant at(Instant joinedAt, ZoneId zone) {
            return LocalDate.ofInstant(joinedAt, zone)
                    .plusDays(days)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }

    /** Reads the columns opens, opens_on, opens_days; null where a part opens as its column says. */
    static @Nullable Opening read(ResultSet row, int from) throws SQLException {
        var kind = row.getString(from);
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "on_day" -> new OnDay(java.util.Objects.requireNonNull(Db.maybeDay(row, from + 1)));
            case "after_before" -> new AfterBefore();
            case "after_joining" -> new AfterJoining(row.getInt(from + 2));
            default -> new AtOnce();
        };
    }

    /**
     * What a form or a program wishes.
     *
     * @throws app.teahouse.kernel.Refusal with what is wrong beside its field
     */
    static Opening of(@Nullable String kind, @Nullable String day, @Nullable String days) {
        var wished = kind == null ? "" : kind;
        var date = date(day);
        var number = number(days);
        new Faults()
                .require(wished.matches("at_once|on_day|after_before|after_joining"), "opens", "column.opening-unknown")
                .require(!wished.equals("on_day") || date != null, "day", "column.day-missing")
                .require(
                        !wished.equals("after_joining") || (number >= 1 && number <= MOST_DAYS),
                        "days",
                        "column.days-wrong",
                        Map.of("most", MOST_DAYS))
                .refuse();
        if (wished.equals("on_day") && date != null) {
            return new OnDay(date);
        }
        return switch (wished) {
            case "after_before" -> new AfterBefore();
            case "after_joining" -> new AfterJoining(number);
            default -> new AtOnce();
        };
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            var date = text == null ? null : LocalDate.parse(text.strip());
            return date == null || date.getYear() < 2000 || date.getYear() > 2200 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.strip().matches("\\d{1,5}") ? Integer.parseInt(text.strip()) : 0;
    }
}
