package app.teahouse.columns;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a column shows of itself wherever it is named.
 *
 * @param slug the circle's address
 * @param course whether members mark what they have done
 * @param editable whether this reader arranges it
 */
public record ColumnFace(
        String slug,
        ColumnId id,
        long number,
        String name,
        String promise,
        @Nullable String cover,
        boolean course,
        boolean published,
        boolean editable) {

    /** Reads the columns column_id, number, name, promise, cover, course, "published", made_by. */
    static ColumnFace read(ResultSet row, String slug, @Nullable Member reader) throws SQLException {
        var cover = Db.maybeUuid(row, 5);
        return new ColumnFace(
                slug,
                new ColumnId(Db.uuid(row, 1)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                cover == null ? null : "/c/" + slug + "/f/" + Ids.text(new CoverId(cover)),
                row.getBoolean(6),
                row.getBoolean(7),
                reader != null && mayEdit(reader, Db.maybeUuid(row, 8)));
    }

    /** The staff arrange every column, a guest expert those they began. */
    static boolean mayEdit(Member member, @Nullable UUID madeBy) {
        return member.isStaff()
                || (member.role() == Role.GUEST_EXPERT
                        && member.account().value().equals(madeBy));
    }

    static boolean mayBegin(Member member) {
        return member.isStaff() || member.role() == Role.GUEST_EXPERT;
    }

    public String url() {
        return "/c/" + slug + "/columns/" + number;
    }

    public String editUrl() {
        return "/c/" + slug + "/manage/columns/" + number;
    }
}
