package app.teahouse.plans;

import app.teahouse.kernel.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period as a row of another room keeps it, so that what was bought lasts as long as it was said to, whatever becomes of the plan.
 *
 * @param lasts how many days or months, or null
 */
public record KeptPeriod(
        String kind, @Nullable Integer lasts, @Nullable LocalDate last) {

    public static KeptPeriod of(Period period) {
        return new KeptPeriod(
                PlanRows.kind(period), PlanRows.lasts(period), period instanceof Period.Until(var day) ? day : null);
    }

    /** Writes the parameters {@code kind}, {@code lasts} and {@code lastDay}. */
    public Db.Statement into(Db.Statement statement) {
        return statement.with("kind", kind).with("lasts", lasts).with("lastDay", last);
    }

    /** Reads three columns: kind, how many, last day. */
    public static Period read(ResultSet row, int column) throws SQLException {
        return PlanRows.period(row, column);
    }
}
