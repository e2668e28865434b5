package app.teahouse.directory;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.MemberCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds members who wish to be found, as one reader may see them: in the statement that finds stand whose words they may ask for, who
 * is a member now, and who blocked whom. Nothing is counted, so no number tells of what is hidden.
 */
@Component
class Directory {
    static final int SIZE = 24;

    /** As PostgreSQL sorts ids. */
    private static final Comparator<Row> LATEST_FIRST = Comparator.<Row, String>comparing(
                    row -> row.place().value().toString())
            .reversed();

    private final Db db;
    private final Choice choice;
    private final Clock clock;

    Directory(Db db, Choice choice, Clock clock) {
        this.db = db;
        this.choice = choice;
        this.clock = clock;
    }

    /**
     * What is asked; empty texts ask nothing.
     *
     * @param words in any field but the contact, or the beginning of an alias
     * @param before where the page before ended
     */
    record Asked(
            String words,
            String expertise,
            String interest,
            String region,
            @Nullable String before) {

        static Asked of(
                @Nullable String words,
                @Nullable String expertise,
                @Nullable String interest,
                @Nullable String region,
                @Nullable String before) {
            return new Asked(plain(words), plain(expertise), plain(interest), plain(region), before);
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        /** Signs alone are no words, and what is no place is nobody's: such a question is not left out, it finds nobody. */
        boolean isAnswerable() {
            return (region.isEmpty() || Regions.isKnown(region))
                    && Stream.of(expertise, interest).allMatch(typed -> typed.isEmpty() || EntryWords.isWords(typed));
        }

        boolean isFiltered() {
            return !words.isEmpty() || !expertise.isEmpty() || !interest.isEmpty() || !region.isEmpty();
        }
    }

    /** A row's key in the order of the list: who was listed last stands first. */
    record Place(UUID value) implements Id {
        static final Place START = new Place(new UUID(-1, -1));

        static Place of(@Nullable String before) {
            try {
                return before == null ? START : new Place(Ids.parse(before));
            } catch (Refusal e) {
                return START;
            }
        }
    }

    private record Row(Place place, MemberCard card, Entry entry) {}

    /**
     * @param listed whether the reader is
     * @throws Refusal {@code directory.closed}
     */
    Cursor<EntryView> page(Member reader, boolean listed, Asked asked, int size) {
        choice.mustBeOpen(reader.circle());
        if (!asked.isAnswerable()) {
            return new Cursor<>(List.of(), null);
        }
        var readers = Audience.of(reader, listed);
        var found = find(reader, readers, asked, size + 1);
        var page = Cursor.of(found, size, row -> Ids.text(row.place()));
        return new Cursor<>(
                page.items().stream()
                        .map(row -> new EntryView(row.card(), row.entry().seenBy(readers)))
                        .toList(),
                page.next());
    }

    /** Those who say the words, and those whose alias begins so: two statements, as one with "or" is served by no index. */
    private List<Row> find(Member reader, Set<Audience> readers, Asked asked, int most) {
        if (asked.words().isEmpty()) {
            return find(reader, readers, asked, "", "", most);
        }
        var words = EntryWords.anywhere(reader.circle(), readers, asked.words());
        var alias = Folding.folded(asked.words().replaceFirst("^[@＠]", ""));
        var found = new LinkedHashMap<Place, Row>();
        if (!words.isEmpty()) {
            find(reader, readers, asked, words, "", most).forEach(row -> found.put(row.place(), row));
        }
        if (!alias.isEmpty()) {
            find(reader, readers, asked, "", alias, most).forEach(row -> found.put(row.place(), row));
        }
        return found.values().stream().sorted(LATEST_FIRST).limit(most).toList();
    }

    private List<Row> find(Member reader, Set<Audience> readers, Asked asked, String words, String alias, int most) {
        var circle = reader.circle();
        var expertise = EntryWords.within(circle, readers, Field.EXPERTISE, asked.expertise());
        var interest = EntryWords.within(circle, readers, Field.INTERESTS, asked.interest());
        return db.sql("""
                select e.entry_id, m.account_id, m.number, m.alias, m.picture, m.role, e.state, e.out_reason,
                       e.expertise, e.interests, e.region, e.place, e.offers, e.seeks, e.contact, e.link,
                       e.expertise_for, e.interests_for, e.place_for, e.offers_for, e.seeks_for, e.contact_for
                  from directory.entry e
                  join members.membership m on m.circle_id = e.circle_id and m.account_id = e.account_id
                 where e.circle_id = :circle and e.state = 'listed' and e.entry_id < :before and e.widest = any(:readers)
                   and m.state = 'active' and (m.reads_until is null or m.reads_until > :now)
                   and e.account_id <> all(:blocked)
                """)
                .and(!reader.isStaff(), """
                   and not exists (select 1
                                     from blocks.block b
                                    where b.circle_id = e.circle_id and b.account_id = e.account_id and b.other_id = :me)
                """)
                .and(!words.isEmpty(), "and e.words @@ cast(:words as tsquery)")
                .and(!alias.isEmpty(), "and m.folded >= :alias and m.folded < :beyond")
                .and(!expertise.isEmpty(), "and e.words @@ cast(:expertise as tsquery)")
                .and(!interest.isEmpty(), "and e.words @@ cast(:interest as tsquery)")
                .and(!asked.region().isEmpty(), "and e.words @@ cast(:region as tsquery)")
                .and(true, "order by e.entry_id desc limit :most")
                .with("circle", circle)
                .with("before", Place.of(asked.before()))
                .withTexts("readers", readers.stream().map(Audience::key).toList())
                .with("now", clock.instant())
                .withIds("blocked", reader.standing().blocked())
                .with("me", reader.account())
                .with("words", words)
                .with("alias", alias)
                .with("beyond", alias + Character.toString(Character.MAX_CODE_POINT))
                .with("expertise", expertise)
                .with("interest", interest)
                .with("region", EntryWords.in(circle, readers, asked.region()))
                .with("most", most)
                .all((row, n) -> row(row));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Place(Db.uuid(row, 1)),
                new MemberCard(
                        new AccountId(Db.uuid(row, 2)),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        Db.constant(Role.class, row.getString(6)),
                        true),
                EntryRows.entry(row, 7));
    }

    /** What a reader may see of one member; nothing where they would not find them. */
    Optional<Said> of(Member reader, AccountId account) {
        return db.sql("""
                select exists (select 1
                                 from directory.entry o
                                where o.circle_id = :circle and o.account_id = :me and o.state = 'listed'),
                       e.state, e.out_reason,
                       e.expertise, e.interests, e.region, e.place, e.offers, e.seeks, e.contact, e.link,
                       e.expertise_for, e.interests_for, e.place_for, e.offers_for, e.seeks_for, e.contact_for
                  from directory.entry e
                  join directory.choice c on c.circle_id = e.circle_id and c.open
                  join members.membership m on m.circle_id = e.circle_id and m.account_id = e.account_id
                 where e.circle_id = :circle and e.account_id = :account and e.state = 'listed'
                   and m.state = 'active' and (m.reads_until is null or m.reads_until > :now)
                   and e.account_id <> all(:blocked)
                """)
                .and(!reader.isStaff(), """
                   and not exists (select 1
                                     from blocks.block b
                                    where b.circle_id = e.circle_id and b.account_id = e.account_id and b.other_id = :me)
                """)
                .with("circle", reader.circle())
                .with("account", account)
                .with("now", clock.instant())
                .withIds("blocked", reader.standing().blocked())
                .with("me", reader.account())
                .maybe((row, n) -> said(EntryRows.entry(row, 2), Audience.of(reader, row.getBoolean(1))))
                .flatMap(said -> said);
    }

    private static Optional<Said> said(Entry entry, Set<Audience> readers) {
        return readers.contains(entry.widest()) ? Optional.of(entry.seenBy(readers)) : Optional.empty();
    }
}
