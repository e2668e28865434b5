package app.teahouse.statements;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Reason;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A circle's transfers as a table, story by story: first those of orders in the order in which they were made, then those of payouts,
 * then the rest, such as money that nothing was sold for. Read in pages of stories, so it may be of any length.
 */
@Component
class TransferTable {
    static final int STEP = 200;

    private final Db db;

    TransferTable(Db db) {
        this.db = db;
    }

    /** One thing for which money moved, by all names under which the ledger knows it. */
    private record Story(UUID key, String kind, String name, String title, List<UUID> causes) {}

    private record Moved(UUID cause, UUID id, Instant at, Reason reason, Purpose from, Purpose to, Money amount) {}

    void write(Partner partner, Sheet sheet) throws IOException {
        sheet.heads("story", "number", "plan", "at", "reason", "from", "to", "amount", "currency", "transfer");
        var after = new UUID(0, 0);
        List<Story> page;
        do {
            page = orders(partner, sheet, after);
            write(partner, sheet, page);
            after = page.isEmpty() ? after : page.getLast().key();
        } while (page.size() == STEP);
        // Money that was paid out, and what nothing was sold for, is of no plan.
        if (sheet.filter().plan() == null) {
            writeRest(partner, sheet);
        }
    }

    private void writeRest(Partner partner, Sheet sheet) throws IOException {
        var after = new UUID(0, 0);
        List<Story> page;
        do {
            page = payouts(partner, sheet, after);
            write(partner, sheet, page);
            after = page.isEmpty() ? after : page.getLast().key();
        } while (page.size() == STEP);
        after = new UUID(0, 0);
        do {
            page = others(partner, after);
            write(partner, sheet, page);
            after = page.isEmpty() ? after : page.getLast().key();
        } while (page.size() == STEP);
    }

    private void write(Partner partner, Sheet sheet, List<Story> stories) throws IOException {
        var ofStory = new HashMap<UUID, Story>();
        stories.forEach(story -> story.causes().forEach(cause -> ofStory.put(cause, story)));
        var moved = new HashMap<UUID, List<Moved>>();
        for (var one : moved(partner, sheet, ofStory.keySet())) {
            moved.computeIfAbsent(
                            Objects.requireNonNull(ofStory.get(one.cause())).key(), _ -> new ArrayList<>())
                    .add(one);
        }
        for (var story : stories) {
            for (var one : moved.getOrDefault(story.key(), List.of())) {
                sheet.line(cells(sheet, story, one));
            }
        }
    }

    private static List<String> cells(Sheet sheet, Story story, Moved moved) {
        return List.of(
                sheet.frame().t("statements.story." + story.kind()),
                story.name(),
                story.title(),
                sheet.moment(moved.at()),
                sheet.frame().t("ledger.reason." + key(moved.reason())),
                sheet.frame().t("ledger.purpose." + key(moved.from())),
                sheet.frame().t("ledger.purpose." + key(moved.to())),
                Sheet.money(moved.amount()),
                moved.amount().code(),
                moved.id().toString());
    }

    private static String key(Enum<?> constant) {
        return Db.name(constant).replace('_', '-');
    }

    /** Those that were made before the end; what moved later for older ones counts, too. */
    private List<Story> orders(Partner partner, Sheet sheet, UUID after) {
        var filter = sheet.filter();
        return db.sql("""
                select order_id, number, title, checkout_id
                  from orders.entry
                 where circle_id = :circle and order_id > :after
                """)
                .with("circle", partner.circle())
                .with("after", after)
                .and(filter.to() != null, "and made_at < :until")
                .and(filter.plan() != null, """
                   and plan_id = (select plan_id from plans.plan where circle_id = :circle and number = :plan)
                """)
                .and(true, "order by order_id limit :most")
                .with("until", filter.until(sheet.zone()))
                .with("plan", filter.plan())
                .with("most", STEP)
                .all((row, n) -> order(Db.uuid(row, 1), row.getString(2), row.getString(3), Db.maybeUuid(row, 4)));
    }

    private static Story order(UUID order, String number, String title, @Nullable UUID checkout) {
        return new Story(order, "order", number, title, checkout == null ? List.of(order) : List.of(order, checkout));
    }

    private List<Story> payouts(Partner partner, Sheet sheet, UUID after) {
        return db.sql("""
                select payout_id, label, asked_at
                  from payouts.payout
                 where circle_id = :circle and payout_id > :after
                 order by payout_id
                 limit :most
                """)
                .with("circle", partner.circle())
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Story(
                        Db.uuid(row, 1),
                        "payout",
                        sheet.moment(Db.instant(row, 3)),
                        row.getString(2),
                        List.of(Db.uuid(row, 1))));
    }

    /** What belongs to neither. The database walks through the stories by their ids, once. */
    private List<Story> others(Partner partner, UUID after) {
        return db.sql("""
                select distinct t.cause_id
                  from ledger.transfer t
                 where t.circle_id = :circle and t.cause_id > :after
                   and not exists (select 1 from orders.entry e where e.circle_id = :circle and e.order_id = t.cause_id)
                   and not exists (select 1 from payouts.payout p where p.circle_id = :circle and p.payout_id = t.cause_id)
                   and not exists (select 1
                                     from payments.checkout k
                                     join orders.entry e on e.circle_id = k.circle_id and e.order_id = k.about_id
                                    where k.circle_id = :circle and k.checkout_id = t.cause_id and e.checkout_id = k.checkout_id)
                 order by t.cause_id
                 limit :most
                """)
                .with("circle", partner.circle())
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Story(Db.uuid(row, 1), "other", "", "", List.of(Db.uuid(row, 1))));
    }

    private List<Moved> moved(Partner partner, Sheet sheet, Collection<UUID> causes) {
        var filter = sheet.filter();
        return db.sql("""
                select t.cause_id, t.transfer_id, t.made_at, t.reason, f.purpose, o.purpose, t.amount, t.currency
                  from ledger.transfer t
                  join ledger.balance f on f.circle_id = t.circle_id and f.purse_id = t.from_id
                  join ledger.balance o on o.circle_id = t.circle_id and o.purse_id = t.to_id
                 where t.circle_id = :circle and t.cause_id = any(:causes)
                """)
                .with("circle", partner.circle())
                .withUuids("causes", causes)
                .and(filter.from() != null, "and t.made_at >= :since")
                .and(filter.to() != null, "and t.made_at < :until")
                .and(true, "order by t.made_at, f.purpose not in ('collected', 'collected_outside'), t.transfer_id")
                .with("since", filter.since(sheet.zone()))
                .with("until", filter.until(sheet.zone()))
                .all((row, n) -> moved(row));
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(
                Db.uuid(row, 1),
                Db.uuid(row, 2),
                Db.instant(row, 3),
                Db.constant(Reason.class, row.getString(4)),
                Db.constant(Purpose.class, row.getString(5)),
                Db.constant(Purpose.class, row.getString(6)),
                Money.of(row.getLong(7), row.getString(8)));
    }
}
