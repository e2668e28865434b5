package app.teahouse.reactions;

import app.teahouse.kernel.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How many reactions of one kind something has. */
public record Tally(Kind kind, long count) {

    /** Reads what {@code array(select kind || ' ' || count …)} gave. */
    public static List<Tally> of(ResultSet row, int column) throws SQLException {
        return Db.texts(row, column).stream().map(Tally::parse).toList();
    }

    private static Tally parse(String text) {
        var space = text.indexOf(' ');
        return new Tally(Db.constant(Kind.class, text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
    }
}
