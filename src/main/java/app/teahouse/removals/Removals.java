package app.teahouse.removals;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of removals. */
@Component
class Removals {
    private final Db db;

    Removals(Db db) {
        this.db = db;
    }

    void add(Removal removal) {
        db.sql("""
                insert into removals.removal
                       (circle_id, removal_id, account_id, role, reason, back, back_until, words, words_state, words_total, words_by,
                        words_at, money, money_state, made_by, made_at)
                values (:circle, :id, :account, :role, :reason, :back, :until, :words, :wordsState, :total, :wordsBy,
                        :wordsAt, :money, :moneyState, :by, :at)
                """)
                .with("circle", removal.circle())
                .with("id", removal.id())
                .with("account", removal.account())
                .with("role", removal.role())
                .with("reason", removal.reason())
                .with("back", removal.back())
                .with("until", removal.until())
                .with("words", removal.ofWords().words())
                .with("wordsState", removal.ofWords().state())
                .with("total", removal.ofWords().total())
                .with("wordsBy", removal.ofWords().by())
                .with("wordsAt", removal.ofWords().at())
                .with("money", removal.ofMoney().money())
                .with("moneyState", removal.ofMoney().state())
                .with("by", removal.madeBy())
                .with("at", removal.madeAt())
                .run();
    }

    Removal find(CircleId circle, RemovalId id) {
        return read(circle, id, false);
    }

    /** Nobody decides about it, and no words are taken or brought back, until this transaction ends. */
    Removal lock(CircleId circle, RemovalId id) {
        return read(circle, id, true);
    }

    private Removal read(CircleId circle, RemovalId id, boolean locked) {
        return db.sql("""
                select circle_id, removal_id, account_id, role, reason, back, back_until, words, words_state, words_total, words_taken,
                       words_by, words_at, money, money_state, trouble, made_by, made_at, undone_at
                  from removals.removal
                 where circle_id = :circle and removal_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .and(locked, "for no key update")
                .maybe((row, n) -> removal(row))
                .orElseThrow(() -> Refusal.notFound("removal.unknown"));
    }

    /** The last time that somebody was removed, whatever came of it. */
    Optional<Removal> last(CircleId circle, AccountId account) {
        return db.sql("""
                select circle_id, removal_id, account_id, role, reason, back, back_until, words, words_state, words_total, words_taken,
                       words_by, words_at, money, money_state, trouble, made_by, made_at, undone_at
                  from removals.removal
                 where circle_id = :circle and account_id = :account
                 order by removal_id desc
                 limit 1
                """).with("circle", circle).with("account", account).maybe((row, n) -> removal(row));
    }

    /**
     * The newest first.
     *
     * @param open only those with money to decide about
     */
    Cursor<Removal> page(CircleId circle, boolean open, @Nullable RemovalId before, int size) {
        var found = db.sql("""
                select circle_id, removal_id, account_id, role, reason, back, back_until, words, words_state, words_total, words_taken,
                       words_by, words_at, money, money_state, trouble, made_by, made_at, undone_at
                  from removals.removal
                 where circle_id = :circle
                """)
                .and(open, "and money_state in ('open', 'asked', 'trouble') and undone_at is null")
                .and(before != null, "and removal_id < :before")
                .and(true, "order by removal_id desc limit :most")
                .with("circle", circle)
                .with("before", before)
                .with("most", size + 1)
                .all((row, n) -> removal(row));
        return Cursor.of(found, size, Removal::key);
    }

    /** One whose words are to be taken or brought back; two nodes never work at the same one. */
    Optional<Removal> nextAtWork() {
        return db.sql("""
                select circle_id, removal_id, account_id, role, reason, back, back_until, words, words_state, words_total, words_taken,
                       words_by, words_at, money, money_state, trouble, made_by, made_at, undone_at
                  from removals.removal
                 where words_state in ('taking', 'returning')
                 order by words_at
                 limit 1
                   for no key update skip locked
                """).maybe((row, n) -> removal(row));
    }

    void back(Removal removal, Removal.Back back, @Nullable Instant until) {
        db.sql("""
                update removals.removal
                   set back = :back, back_until = :until
                 where circle_id = :circle and removal_id = :id
                """)
                .with("circle", removal.circle())
                .with("id", removal.id())
                .with("back", back)
                .with("until", until)
                .run();
    }

    void words(Removal removal, Removal.OfWords words) {
        db.sql("""
                update removals.removal
                   set words = :words, words_state = :state, words_total = :total, words_taken = :taken, words_by = :by, words_at = :at
                 where circle_id = :circle and removal_id = :id
                """)
                .with("circle", removal.circle())
                .with("id", removal.id())
                .with("words", words.words())
                .with("state", words.state())
                .with("total", words.total())
                .with("taken", words.taken())
                .with("by", words.by())
                .with("at", words.at())
                .run();
    }

    void money(Removal removal, Removal.OfMoney money, AccountId by, Instant now) {
        db.sql("""
                update removals.removal
                   set money = :money, money_state = :state, trouble = :trouble, money_by = :by, money_at = :now
                 where circle_id = :circle and removal_id = :id
                """)
                .with("circle", removal.circle())
                .with("id", removal.id())
                .with("money", money.money())
                .with("state", money.state())
                .with("trouble", money.trouble())
                .with("by", by)
                .with("now", now)
                .run();
    }

    void undone(Removal removal, AccountId by, Instant now) {
        db.sql("""
                update removals.removal
                   set undone_by = :by, undone_at = :now, back = 'ask', back_until = null,
                       money_state = case when money_state = 'open' then 'none' else money_state end
                 where circle_id = :circle and removal_id = :id
                """)
                .with("circle", removal.circle())
                .with("id", removal.id())
                .with("by", by)
                .with("now", now)
                .run();
    }

    void took(Removal removal, String kind, List<? extends Id> things) {
        db.sql("""
                insert into removals.word (circle_id, removal_id, kind, thing_id)
                select :circle, :id, :kind, t from unnest(:things) t
                on conflict (circle_id, removal_id, kind, thing_id) do nothing
                """)
                .with("circle", removal.circle())
                .with("id", removal.id())
                .with("kind", kind)
                .withIds("things", things)
                .run();
    }

    /** Takes some of what it took off its list. */
    List<UUID> untake(Removal removal, String kind, int most) {
        return db.sql("""
                delete from removals.word
                 where circle_id = :circle and removal_id = :id and kind = :kind
                   and thing_id in (select thing_id
                                      from removals.word
                                     where circle_id = :circle and removal_id = :id and kind = :kind
                                     order by thing_id
                                     limit :most)
                returning thing_id
                """)
                .with("circle", removal.circle())
                .with("id", removal.id())
                .with("kind", kind)
                .with("most", most)
                .all((row, n) -> Db.uuid(row, 1));
    }

    private static Removal removal(ResultSet row) throws SQLException {
        return new Removal(
                new CircleId(Db.uuid(row, 1)),
                new RemovalId(Db.uuid(row, 2)),
                new AccountId(Db.uuid(row, 3)),
                Db.constant(Role.class, row.getString(4)),
                row.getString(5),
                Db.constant(Removal.Back.class, row.getString(6)),
                Db.maybeInstant(row, 7),
                new Removal.OfWords(
                        Db.constant(Removal.Words.class, row.getString(8)),
                        Db.constant(Removal.WordsState.class, row.getString(9)),
                        row.getInt(10),
                        row.getInt(11),
                        account(row, 12),
                        Db.maybeInstant(row, 13)),
                new Removal.OfMoney(
                        Db.constant(Removal.Money.class, row.getString(14)),
                        Db.constant(Removal.MoneyState.class, row.getString(15)),
                        row.getString(16)),
                account(row, 17),
                Db.instant(row, 18),
                Db.maybeInstant(row, 19));
    }

    private static @Nullable AccountId account(ResultSet row, int column) throws SQLException {
        var id = Db.maybeUuid(row, column);
        return id == null ? null : new AccountId(id);
    }
}
