package app.teahouse.review;

import app.teahouse.circles.CircleTexts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.reports.Report;
import app.teahouse.reports.Reports;
import app.teahouse.reports.ThingView;
import app.teahouse.reports.Things;
import app.teahouse.strikes.Ladder;
import app.teahouse.strikes.Ladders;
import app.teahouse.strikes.Strikes;
import app.teahouse.text.Context;
import app.teahouse.text.Markdown;
import app.teahouse.text.Rendered;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads one item of the queue, and those that were decided. */
@Component
class ItemSheet {
    static final int SIZE = 30;
    private static final int RULES = 30;

    private final Db db;
    private final ItemRows rows;
    private final Things things;
    private final Reports reports;
    private final Members members;
    private final Strikes strikes;
    private final Ladders ladders;
    private final CircleTexts texts;
    private final Markdown markdown;

    ItemSheet(
            Db db,
            ItemRows rows,
            Things things,
            Reports reports,
            Members members,
            Strikes strikes,
            Ladders ladders,
            CircleTexts texts,
            Markdown markdown) {
        this.db = db;
        this.rows = rows;
        this.things = things;
        this.reports = reports;
        this.members = members;
        this.strikes = strikes;
        this.ladders = ladders;
        this.texts = texts;
        this.markdown = markdown;
    }

    /** @throws Refusal {@code review.unknown} */
    @Transactional(readOnly = true)
    public CaseView one(Staff staff, ItemId id) {
        var item = rows.find(staff.circle(), id)
                .filter(found -> Decide.mayDecide(staff, found))
                .orElseThrow(() -> Refusal.notFound("review.unknown"));
        var ref = new Things.Ref(item.kind(), item.thing());
        var cards = members.cards(staff.circle(), people(List.of(item)));
        var counting = item.author() == null ? 0 : strikes.counting(staff.circle(), item.author());
        return view(
                item,
                things.views(staff.circle(), List.of(ref)).get(ref),
                cards,
                reports.of(staff.circle(), item.kind(), item.thing(), since(item)),
                counting,
                before(item),
                ladders.of(staff.circle()).at(counting + 1).orElse(null),
                texts.rules(staff.circle())
                        .map(rules -> lines(markdown.render(rules.markdown(), Context.none())))
                        .orElse(List.of()));
    }

    /** An item that is decided shows what was reported before, all of it; an open one what was reported since the decision before. */
    private Instant since(Item item) {
        return item.isDecided() ? Instant.EPOCH : rows.lastDecided(item.circle(), item.kind(), item.thing());
    }

    private CaseView view(
            Item item,
            @Nullable ThingView thing,
            Map<AccountId, MemberCard> cards,
            List<Report> said,
            int counting,
            long before,
            Ladder.@Nullable Rung next,
            List<String> rules) {
        var decision = item.decision();
        var decider = decision == null || decision.by() == null ? null : cards.get(decision.by());
        return new CaseView(
                item,
                things.kind(item.kind()).isWords(),
                thing,
                item.author() == null ? null : cards.get(item.author()),
                said,
                counting,
                before,
                next,
                decider == null ? null : decider.alias(),
                rules,
                new QueueKey(item.risk(), item.openedAt(), item.id().value()).text());
    }

    private static Set<AccountId> people(List<Item> items) {
        var people = new HashSet<AccountId>();
        for (var item : items) {
            if (item.author() != null) {
                people.add(item.author());
            }
            if (item.decision() != null && item.decision().by() != null) {
                people.add(item.decision().by());
            }
        }
        return people;
    }

    private long before(Item item) {
        return item.author() == null
                ? 0
                : db.sql("""
                        select count(*)
                          from (select 1
                                  from review.item
                                 where circle_id = :circle and author_id = :author and item_id <> :id and state = 'decided'
                                   and reversed_at is null and (fate <> 'keep' or measure <> 'none')
                                 limit 100) before
                        """)
                        .with("circle", item.circle())
                        .with("author", item.author())
                        .with("id", item.id())
                        .one(Long.class);
    }

    /** The words of the rules line by line, as they are read. */
    private static List<String> lines(Rendered rules) {
        return rules.plain()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.codePointCount(0, line.length()) <= 120
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, 119)) + "…")
                .distinct()
                .limit(RULES)
                .toList();
    }

    /** What was decided, the newest first. */
    @Transactional(readOnly = true)
    public Cursor<CaseView> decided(Staff staff, @Nullable ItemId before) {
        var ids = db.sql("""
                select i.item_id
                  from review.item i
                 where i.circle_id = :circle and i.state = 'decided'
                """)
                .and(before != null, """
                   and (i.decided_at, i.item_id) < (select a.decided_at, a.item_id from review.item a
                                                     where a.circle_id = :circle and a.item_id = :before and a.state = 'decided')
                """)
                .and(!staff.role().leads(), "and not i.about_admin")
                .and(true, "order by i.decided_at desc, i.item_id desc limit :most")
                .with("circle", staff.circle())
                .with("before", before)
                .with("most", SIZE + 1)
                .all((row, n) -> new ItemId(Db.uuid(row, 1)));
        var page = Cursor.of(ids, SIZE, Ids::text);
        var items = rows.all(staff.circle(), page.items());
        return new Cursor<>(listed(staff.circle(), items), page.next());
    }

    private List<CaseView> listed(CircleId circle, List<Item> items) {
        var found = things.views(
                circle,
                items.stream()
                        .map(item -> new Things.Ref(item.kind(), item.thing()))
                        .toList());
        var cards = members.cards(circle, people(items));
        return items.stream()
                .map(item -> view(
                        item,
                        found.get(new Things.Ref(item.kind(), item.thing())),
                        cards,
                        List.of(),
                        0,
                        0,
                        null,
                        List.of()))
                .toList();
    }
}
