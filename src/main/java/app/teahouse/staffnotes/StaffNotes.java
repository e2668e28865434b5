package app.teahouse.staffnotes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what staff noted of a member: for staff above that member, and nobody else. */
@Component
class StaffNotes {
    static final int SIZE = 20;

    private final Db db;
    private final Members members;

    StaffNotes(Db db, Members members) {
        this.db = db;
        this.members = members;
    }

    /** @throws Refusal {@code member.unknown}, {@code role.not-above} */
    MemberCard card(Staff staff, String number) {
        return members.below(staff, number);
    }

    private record Row(
            NoteId id,
            String body,
            boolean pinned,
            @Nullable AccountId by,
            Instant madeAt,
            @Nullable AccountId editedBy,
            @Nullable Instant editedAt) {}

    /** The pinned one, where there is one. */
    List<StaffNote> pinned(Member reader, AccountId account) {
        return views(
                reader,
                db.sql("""
                select note_id, body, pinned, made_by, made_at, edited_by, edited_at
                  from staffnotes.note
                 where circle_id = :circle and account_id = :account and pinned
                """)
                        .with("circle", reader.circle())
                        .with("account", account)
                        .all((row, n) -> row(row)));
    }

    /** The others, the newest first. After one that was removed meanwhile, those with an id from before its. */
    Cursor<StaffNote> page(Member reader, AccountId account, @Nullable NoteId before, int size) {
        var rows = db.sql("""
                select note_id, body, pinned, made_by, made_at, edited_by, edited_at
                  from staffnotes.note
                 where circle_id = :circle and account_id = :account and not pinned
                """)
                .and(before != null, """
                        and coalesce((made_at, note_id) < (select b.made_at, b.note_id
                                                             from staffnotes.note b
                                                            where b.circle_id = :circle and b.note_id = :before),
                                     note_id < :before)
                        """)
                .and(true, "order by made_at desc, note_id desc limit :most")
                .with("circle", reader.circle())
                .with("account", account)
                .with("before", before)
                .with("most", size + 1)
                .all((row, n) -> row(row));
        return Cursor.of(views(reader, rows), size, StaffNote::key);
    }

    boolean isThere(Staff staff, NoteId id) {
        return db.sql("select 1 from staffnotes.note where circle_id = :circle and note_id = :id")
                .with("circle", staff.circle())
                .with("id", id)
                .exists();
    }

    StaffNote one(Staff staff, AccountId account, NoteId id) {
        return views(
                        staff.member(),
                        db.sql("""
                select note_id, body, pinned, made_by, made_at, edited_by, edited_at
                  from staffnotes.note
                 where circle_id = :circle and account_id = :account and note_id = :id
                """)
                                .with("circle", staff.circle())
                                .with("account", account)
                                .with("id", id)
                                .all((row, n) -> row(row)))
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("staff-note.unknown"));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new NoteId(Db.uuid(row, 1)),
                row.getString(2),
                row.getBoolean(3),
                account(Db.maybeUuid(row, 4)),
                Db.instant(row, 5),
                account(Db.maybeUuid(row, 6)),
                Db.maybeInstant(row, 7));
    }

    private static @Nullable AccountId account(@Nullable UUID id) {
        return id == null ? null : new AccountId(id);
    }

    private List<StaffNote> views(Member reader, List<Row> rows) {
        var people = rows.stream()
                .flatMap(row -> Stream.of(row.by(), row.editedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.<AccountId>toSet());
        var cards = people.isEmpty() ? Map.<AccountId, MemberCard>of() : members.cards(reader.circle(), people);
        return rows.stream()
                .map(row -> new StaffNote(
                        row.id(),
                        row.body(),
                        row.pinned(),
                        row.by() == null ? null : cards.get(row.by()),
                        row.madeAt(),
                        row.editedBy() == null ? null : cards.get(row.editedBy()),
                        row.editedAt(),
                        reader.role() == Role.OWNER || reader.account().equals(row.by())))
                .toList();
    }
}
