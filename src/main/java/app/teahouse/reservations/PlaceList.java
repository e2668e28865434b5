package app.teahouse.reservations;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Members;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The places of a circle that wait or were taken, the newest first; and taking one back that waits. */
@Component
class PlaceList {
    static final int SIZE = 30;
    private static final UUID LAST = new UUID(-1, -1);

    private final Db db;
    private final Members members;

    PlaceList(Db db, Members members) {
        this.db = db;
        this.members = members;
    }

    private record Row(
            PlaceId id,
            String name,
            MemberNotes notes,
            Instant madeAt,
            @Nullable AccountId by) {}

    /** @param before where the page before ended, or null */
    Cursor<ReservationView> page(Partner partner, @Nullable PlaceId before) {
        var rows = db.sql("""
                select p.place_id, p.name, p.made_at, p.taken_by, coalesce(s.tags, p.tags), coalesce(s.joined_on, p.joined_on),
                       coalesce(s.expires_on, p.expires_on), coalesce(s.note, p.note)
                  from reservations.place p
                  left join reservations.notes s on s.circle_id = p.circle_id and s.account_id = p.taken_by
                 where p.circle_id = :circle and p.place_id < :before
                 order by p.place_id desc
                 limit :most
                """)
                .with("circle", partner.circle())
                .with("before", before == null ? LAST : before.value())
                .with("most", SIZE + 1)
                .all((row, n) -> new Row(
                        new PlaceId(Db.uuid(row, 1)),
                        row.getString(2),
                        NotesOnMembers.notes(row, 5),
                        Db.instant(row, 3),
                        Db.maybeUuid(row, 4) == null ? null : new AccountId(Db.uuid(row, 4))));
        var page = Cursor.of(rows, SIZE, row -> Ids.text(row.id()));
        var cards = members.cards(
                partner.circle(),
                page.items().stream().map(Row::by).filter(Objects::nonNull).toList());
        return new Cursor<>(
                page.items().stream()
                        .map(row -> new ReservationView(
                                Ids.text(row.id()),
                                row.name(),
                                row.notes(),
                                row.madeAt(),
                                row.by() == null ? null : cards.get(row.by())))
                        .toList(),
                page.next());
    }

    /**
     * Nobody can take it any more. Whoever has, stays a member.
     *
     * @throws Refusal {@code reservation.place-gone}
     */
    @Transactional
    void withdraw(Partner partner, PlaceId place) {
        var gone = db.sql("""
                delete from reservations.place
                 where circle_id = :circle and place_id = :place and state = 'open'
                """)
                .with("circle", partner.circle())
                .with("place", place)
                .run();
        if (gone == 0) {
            throw Refusal.conflict("reservation.place-gone");
        }
    }
}
