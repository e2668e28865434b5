package app.teahouse.reservations;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers what a circle's staff know of a member: tags, since when, until when. Only for staff, and for the member. */
@Component
public class NotesOnMembers {
    private final Db db;

    NotesOnMembers(Db db) {
        this.db = db;
    }

    public Optional<MemberNotes> of(CircleId circle, AccountId account) {
        return db.sql("""
                select tags, joined_on, expires_on, note
                  from reservations.notes
                 where circle_id = :circle and account_id = :account
                """).with("circle", circle).with("account", account).maybe((row, n) -> notes(row, 1));
    }

    /** Four columns from {@code first}. */
    static MemberNotes notes(ResultSet row, int first) throws SQLException {
        return new MemberNotes(
                Db.texts(row, first),
                Db.maybeDay(row, first + 1),
                Db.maybeDay(row, first + 2),
                row.getString(first + 3));
    }
}
