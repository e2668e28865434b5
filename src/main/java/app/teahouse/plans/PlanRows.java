package app.teahouse.plans;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Surface;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a plan stands in its table. */
final class PlanRows {
    private PlanRows() {}

    static String kind(Period period) {
        return switch (period) {
            case Period.Lifetime _ -> "lifetime";
            case Period.Days _ -> "days";
            case Period.Months _ -> "months";
            case Period.Until _ -> "until";
            case Period.Monthly _ -> "monthly";
            case Period.Yearly _ -> "yearly";
        };
    }

    static @Nullable Integer lasts(Period period) {
        return switch (period) {
            case Period.Days(var days) -> days;
            case Period.Months(var months) -> months;
            default -> null;
        };
    }

    /** Reads the columns of {@link Plans}, in its order. */
    static Plan plan(CircleId circle, ResultSet row) throws SQLException {
        return new Plan(
                circle,
                new PlanId(Db.uuid(row, 1)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                period(row, 6),
                Money.of(row.getLong(9), row.getString(10)),
                new Plan.Percents(row.getInt(11), row.getInt(12), row.getInt(13)),
                row.getInt(14),
                Db.maybeDay(row, 15),
                Db.maybeDay(row, 16),
                row.getBoolean(17),
                surfaces(Db.texts(row, 18)),
                Db.constant(Plan.State.class, row.getString(19)));
    }

    private static Set<Surface> surfaces(List<String> names) {
        return names.stream().map(name -> Db.constant(Surface.class, name)).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads three columns: kind, how many, last day. */
    static Period period(ResultSet row, int column) throws SQLException {
        return switch (row.getString(column)) {
            case "days" -> new Period.Days(row.getInt(column + 1));
            case "months" -> new Period.Months(row.getInt(column + 1));
            case "until" -> new Period.Until(Objects.requireNonNull(Db.maybeDay(row, column + 2)));
            case "monthly" -> new Period.Monthly();
            case "yearly" -> new Period.Yearly();
            default -> new Period.Lifetime();
        };
    }
}
