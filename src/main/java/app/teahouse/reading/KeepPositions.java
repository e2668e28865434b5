package app.teahouse.reading;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what members of one circle read, many of them with the same few statements: the rows first, so that those who read at
 * once on two nodes wait for each other, and the sums beside the posts last.
 */
@Component
class KeepPositions {
    private final Db db;
    private final Tallies tallies;
    private final Weeks weeks;
    private final List<ToTheEnd> toTheEnd;

    KeepPositions(Db db, Tallies tallies, Weeks weeks, List<ToTheEnd> toTheEnd) {
        this.db = db;
        this.tallies = tallies;
        this.weeks = weeks;
        this.toTheEnd = toTheEnd;
    }

    private record Key(AccountId account, long number) {}

    /** What one reader did in one post. */
    record Noted(AccountId account, long number, Step step) {
        static final Comparator<Noted> IN_ORDER =
                Comparator.comparing((Noted noted) -> noted.account().value()).thenComparing(Noted::number);

        private Key key() {
            return new Key(account, number);
        }
    }

    /** @param discreet whether the row counts as that of somebody discreet, and whether it should */
    private record Row(Key key, Position position, boolean counted, boolean discreet) {}

    private record Moved(Row row, Position to) {
        boolean isFinish() {
            return !row.position().isFinished() && to.isFinished();
        }

        boolean changes() {
            return !to.equals(row.position()) || row.counted() != row.discreet();
        }
    }

    /** @param noted at most one of each reader and post, in their order */
    @Transactional
    void keep(CircleId circle, List<Noted> noted) {
        var begun = begin(circle, noted);
        var rows = lock(circle, noted);
        var moved = new ArrayList<Moved>();
        var sums = new Sums();
        for (var one : noted) {
            var row = rows.get(one.key());
            if (row != null) {
                var to = new Moved(row, row.position().with(one.step()));
                moved.add(to);
                count(sums, to, begun.contains(one.key()));
            }
        }
        write(circle, moved.stream().filter(Moved::changes).toList());
        keepWeek(circle, moved);
        tallies.add(circle, sums);
        moved.stream()
                .filter(Moved::isFinish)
                .forEach(one -> toTheEnd.forEach(room -> room.finished(
                        circle, one.row().key().account(), one.row().key().number())));
    }

    private static void count(Sums sums, Moved moved, boolean begun) {
        var row = moved.row();
        if (begun) {
            sums.add(row.key().number(), moved.to(), row.discreet());
        } else if (moved.changes()) {
            sums.take(row.key().number(), row.position(), row.counted());
            sums.add(row.key().number(), moved.to(), row.discreet());
        }
    }

    /** Only members read. A row is made empty first, so that whoever makes it at the same moment waits. */
    private Set<Key> begin(CircleId circle, List<Noted> noted) {
        return new HashSet<>(db.sql("""
                insert into reading.position
                       (circle_id, account_id, number, part, moved_at, stop, seconds, opened_at, discreet)
                select m.circle_id, m.account_id, n.number, 0, cast(n.at as timestamptz), 0, 0, cast(n.at as timestamptz), m.discreet
                  from unnest(:accounts, :numbers, :moments) as n (account_id, number, at)
                  join members.membership m
                    on m.circle_id = :circle and m.account_id = n.account_id and m.state = 'active'
                 order by m.account_id, n.number
                on conflict (circle_id, account_id, number) do nothing
                returning account_id, number
                """)
                .with("circle", circle)
                .withIds("accounts", noted.stream().map(Noted::account).toList())
                .withNumbers("numbers", noted.stream().map(Noted::number).toList())
                .withTexts(
                        "moments",
                        noted.stream().map(one -> one.step().first().toString()).toList())
                .all((row, n) -> key(row)));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(new AccountId(Db.uuid(row, 1)), row.getLong(2));
    }

    private Map<Key, Row> lock(CircleId circle, List<Noted> noted) {
        var rows = new HashMap<Key, Row>();
        db.sql("""
                select p.account_id, p.number, p.stop, p.part, p.seconds, p.opened_at, p.moved_at, p.finished_at,
                       p.discreet, m.discreet
                  from unnest(:accounts, :numbers) as n (account_id, number)
                  join reading.position p
                    on p.circle_id = :circle and p.account_id = n.account_id and p.number = n.number
                  join members.membership m
                    on m.circle_id = p.circle_id and m.account_id = p.account_id and m.state = 'active'
                 order by p.account_id, p.number
                   for no key update of p
                """)
                .with("circle", circle)
                .withIds("accounts", noted.stream().map(Noted::account).toList())
                .withNumbers("numbers", noted.stream().map(Noted::number).toList())
                .all((row, n) -> new Row(key(row), position(row, 3), row.getBoolean(9), row.getBoolean(10)))
                .forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    /** Reads the columns stop, part, seconds, opened_at, moved_at, finished_at. */
    static Position position(ResultSet row, int from) throws SQLException {
        return new Position(
                row.getInt(from),
                row.getInt(from + 1),
                row.getInt(from + 2),
                Db.instant(row, from + 3),
                Db.instant(row, from + 4),
                Db.maybeInstant(row, from + 5));
    }

    private void write(CircleId circle, List<Moved> moved) {
        if (moved.isEmpty()) {
            return;
        }
        db.sql("""
                update reading.position p
                   set stop = n.stop, part = n.part, seconds = n.seconds, moved_at = cast(n.moved as timestamptz),
                       finished_at = cast(nullif(n.finished, '') as timestamptz), discreet = n.discreet = 1
                  from unnest(:accounts, :numbers, :stops, :parts, :seconds, :moved, :finished, :discreet)
                       as n (account_id, number, stop, part, seconds, moved, finished, discreet)
                 where p.circle_id = :circle and p.account_id = n.account_id and p.number = n.number
                """)
                .with("circle", circle)
                .withIds(
                        "accounts",
                        moved.stream().map(one -> one.row().key().account()).toList())
                .withNumbers(
                        "numbers",
                        moved.stream().map(one -> one.row().key().number()).toList())
                .withInts("stops", moved.stream().map(one -> one.to().stop()).toList())
                .withInts("parts", moved.stream().map(one -> one.to().part()).toList())
                .withInts(
                        "seconds", moved.stream().map(one -> one.to().seconds()).toList())
                .withTexts(
                        "moved",
                        moved.stream().map(one -> one.to().movedAt().toString()).toList())
                .withTexts(
                        "finished",
                        moved.stream()
                                .map(one -> Objects.toString(one.to().finishedAt(), ""))
                                .toList())
                .withInts(
                        "discreet",
                        moved.stream().map(one -> one.row().discreet() ? 1 : 0).toList())
                .run();
    }

    private void keepWeek(CircleId circle, List<Moved> moved) {
        var seconds = new TreeMap<UUID, Integer>();
        for (var one : moved) {
            var read = one.to().seconds() - one.row().position().seconds();
            if (read > 0) {
                seconds.merge(one.row().key().account().value(), read, Integer::sum);
            }
        }
        if (!seconds.isEmpty()) {
            weeks.add(circle, seconds);
        }
    }
}
