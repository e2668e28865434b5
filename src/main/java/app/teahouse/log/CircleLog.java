package app.teahouse.log;

import app.teahouse.circles.CircleChanged;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a circle's log down and reads it, the newest first. Names are read with it, so that it never keeps an old one. */
@Component
public class CircleLog {
    static final int SIZE = 30;
    private static final int LONGEST = 500;

    /** What only operators do. */
    private static final Set<String> OF_OPERATORS = Set.of(
            "opened",
            "listed",
            "unlisted",
            "warned",
            "warned_ended",
            "frozen",
            "frozen_ended",
            "closed",
            "closed_ended",
            "unlisted_ended",
            "judged_alone");

    /** All that is ever done; each has a sentence. */
    static final Set<String> KINDS = Stream.concat(
                    Arrays.stream(CircleChanged.Kind.values()).map(Db::name),
                    Stream.of(
                            "role",
                            "removed",
                            "removal_undone",
                            "removal_money",
                            "barred",
                            "unbarred",
                            "words_hidden",
                            "words_deleted",
                            "words_returned",
                            "guest_pass",
                            "guest_pass_ended",
                            "mute",
                            "unmute",
                            "grant",
                            "grant_ended",
                            "tagged",
                            "untagged",
                            "tag_declined",
                            "tagged_many",
                            "untagged_many",
                            "hush",
                            "hush_ended",
                            "rule_made",
                            "rule_changed",
                            "rule_on",
                            "rule_off",
                            "rule_gone",
                            "segment_made",
                            "segment_changed",
                            "segment_gone",
                            "reviewed",
                            "review_reversed",
                            "ladder",
                            "did",
                            "strike",
                            "directory_out",
                            "directory_in",
                            "warned",
                            "warned_ended",
                            "frozen",
                            "frozen_ended",
                            "closed",
                            "closed_ended",
                            "unlisted_ended",
                            "judged_alone",
                            "announced",
                            "announcement_stopped"))
            .collect(Collectors.toUnmodifiableSet());

    private final Db db;
    private final Members members;

    CircleLog(Db db, Members members) {
        this.db = db;
        this.members = members;
    }

    /**
     * What was done, to whom if to one member, and why if a reason was asked for.
     *
     * @param before how it was, where the act changed something that is said in words; else empty, as is {@code after}
     */
    public record Deed(
            CircleId circle,
            String kind,
            AccountId by,
            @Nullable AccountId whose,
            String about,
            String reason,
            Instant at,
            String before,
            String after) {

        public Deed(
                CircleId circle,
                String kind,
                AccountId by,
                @Nullable AccountId whose,
                String about,
                String reason,
                Instant at) {
            this(circle, kind, by, whose, about, reason, at, "", "");
        }
    }

    public void write(Deed deed) {
        db.sql("""
                insert into log.entry (circle_id, entry_id, kind, by_id, whose_id, about, reason, at, before, after)
                values (:circle, :id, :kind, :by, :whose, :about, :reason, :at, :before, :after)
                """)
                .with("circle", deed.circle())
                .with("id", Ids.next())
                .with("kind", deed.kind())
                .with("by", deed.by())
                .with("whose", deed.whose())
                .with("about", deed.about())
                .with("reason", deed.reason())
                .with("at", deed.at())
                .with("before", cut(deed.before()))
                .with("after", cut(deed.after()))
                .run();
    }

    /** A log is no place for whole pages: of long texts the beginning stands there. */
    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1)) + "…";
    }

    private record Row(
            UUID id,
            String kind,
            AccountId by,
            @Nullable AccountId whose,
            String about,
            String reason,
            Instant at,
            String before,
            String after) {}

    Cursor<LogView> page(Staff staff, @Nullable UUID before, int size) {
        return page(staff, LogFilter.ALL, before, size);
    }

    /** @param before where the page before ended, or null */
    Cursor<LogView> page(Staff staff, LogFilter filter, @Nullable UUID before, int size) {
        return views(staff.circle(), rows(staff.circle(), filter, before, size), size);
    }

    /** What was done to somebody, as they read it themselves: without what staff note about members. */
    Cursor<LogView> ofMember(Member member, @Nullable UUID before, int size) {
        var filter = LogFilter.about(member.account());
        return views(member.circle(), rows(member.circle(), filter, before, size), size);
    }

    private List<Row> rows(CircleId circle, LogFilter filter, @Nullable UUID before, int size) {
        return db.sql("""
                select entry_id, kind, by_id, whose_id, about, reason, at, before, after
                  from log.entry
                 where circle_id = :circle
                """)
                .and(filter.by() != null, "and by_id = :by and not (kind = any(:operators))")
                .and(filter.byOperator(), "and kind = any(:operators)")
                .and(filter.whose() != null, "and whose_id = :whose")
                .and(!filter.kinds().isEmpty(), "and kind = any(:kinds)")
                .and(filter.from() != null, "and at >= :from and entry_id >= :since")
                .and(filter.to() != null, "and at < :to")
                .and(before != null, "and entry_id < :before")
                .and(true, "order by entry_id desc limit :most")
                .with("circle", circle)
                .with("by", filter.by())
                .withTexts("operators", List.copyOf(OF_OPERATORS))
                .with("whose", filter.whose())
                .withTexts("kinds", filter.kinds())
                .with("from", filter.from())
                .with(
                        "since",
                        filter.from() == null ? null : Ids.least(filter.from().minusSeconds(60)))
                .with("to", filter.to())
                .with("before", before)
                .with("most", size + 1)
                .all((row, n) -> new Row(
                        Db.uuid(row, 1),
                        row.getString(2),
                        new AccountId(Db.uuid(row, 3)),
                        Db.maybeUuid(row, 4) == null ? null : new AccountId(Db.uuid(row, 4)),
                        row.getString(5),
                        row.getString(6),
                        Db.instant(row, 7),
                        row.getString(8),
                        row.getString(9)));
    }

    private Cursor<LogView> views(CircleId circle, List<Row> rows, int size) {
        var people = new HashSet<AccountId>();
        for (var row : rows) {
            people.add(row.by());
            if (row.whose() != null) {
                people.add(row.whose());
            }
        }
        var cards = members.cards(circle, people);
        var page = Cursor.of(rows, size, row -> row.id().toString());
        return new Cursor<>(page.items().stream().map(row -> view(row, cards)).toList(), page.next());
    }

    private static LogView view(Row row, Map<AccountId, MemberCard> cards) {
        var operator = OF_OPERATORS.contains(row.kind());
        return new LogView(
                row.id(),
                row.kind(),
                operator ? null : alias(cards.get(row.by())),
                operator,
                row.whose() == null ? null : alias(cards.get(row.whose())),
                row.about(),
                row.reason(),
                row.at(),
                row.before(),
                row.after());
    }

    private static @Nullable String alias(@Nullable MemberCard card) {
        return card == null ? null : card.alias();
    }
}
