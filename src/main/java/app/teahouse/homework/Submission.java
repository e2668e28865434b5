package app.teahouse.homework;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.roster.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was handed in, as lists show it.
 *
 * @param number of the post that holds its words
 * @param version how many times it was handed in so far
 * @param grade null while it waits, and for whoever may not know
 */
public record Submission(
        long number,
        String excerpt,
        Author author,
        int version,
        Instant handedAt,
        long lateSeconds,
        @Nullable Grade grade,
        boolean hidden,
        String taskName,
        long taskNumber,
        Scale scale) {

    /** The grade of the version that counts. */
    public record Grade(UUID id, String value, Instant at) {}

    public boolean isLate() {
        return lateSeconds > 0;
    }

    Submission withoutGrade() {
        return new Submission(
                number, excerpt, author, version, handedAt, lateSeconds, null, hidden, taskName, taskNumber, scale);
    }

    /**
     * Reads p.number, p.excerpt, s.version, s.handed_at, s.late_seconds, s.grade_id, s.grade, s.graded_at, p.state, the task's title,
     * excerpt, number and scale, and the seven columns of an {@link Author}.
     */
    static Submission read(ResultSet row) throws SQLException {
        var grade = Db.maybeUuid(row, 6);
        var title = row.getString(10);
        return new Submission(
                row.getLong(1),
                row.getString(2),
                Author.read(row, 14),
                row.getInt(3),
                Db.instant(row, 4),
                row.getLong(5),
                grade == null ? null : new Grade(grade, row.getString(7), Db.instant(row, 8)),
                "hidden".equals(row.getString(9)),
                title.isEmpty() ? Posts.shortened(row.getString(11)) : title,
                row.getLong(12),
                Db.constant(Scale.class, row.getString(13)));
    }
}
