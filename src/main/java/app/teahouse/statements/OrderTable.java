package app.teahouse.statements;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.orders.OrderId;
import app.teahouse.web.Csv;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A circle's paid orders as a table, the latest payment first. Read in pages, so it may be of any length. */
@Component
class OrderTable {
    static final int STEP = 500;

    /** Ways of paying with a name in both languages; others are called what they are. */
    private static final Set<String> KINDS = Set.of("byhand", "practice", "stripe", "wechat");

    private final Db db;

    OrderTable(Db db) {
        this.db = db;
    }

    private record Line(
            UUID order,
            Instant paidAt,
            Sold sold,
            Sums sums,
            @Nullable String way,
            boolean outside,
            Invoice invoice) {}

    private record Sold(
            String number,
            @Nullable String name,
            @Nullable Long memberNumber,
            String kind,
            String title,
            String state,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable String coupon,
            boolean disputed) {}

    private record Sums(Money listed, Money discount, Money paid, Money refunded, Money fee, Money feeReturned) {
        /** What is the circle's of it. */
        Money net() {
            return paid.minus(refunded).minus(fee).plus(feeReturned);
        }
    }

    private record Invoice(
            @Nullable String title,
            @Nullable String tax,
            @Nullable String email,
            @Nullable Instant askedAt,
            @Nullable Instant issuedAt) {}

    void write(Partner partner, Sheet sheet) throws IOException {
        sheet.heads(
                "number",
                "paid-at",
                "member",
                "member-number",
                "kind",
                "plan",
                "first-day",
                "last-day",
                "state",
                "listed",
                "discount",
                "coupon",
                "paid",
                "refunded",
                "fee",
                "fee-returned",
                "net",
                "currency",
                "way",
                "receiver",
                "receipt",
                "invoice-title",
                "invoice-tax",
                "invoice-email",
                "invoice-asked",
                "invoice-issued");
        @Nullable Line last = null;
        List<Line> page;
        do {
            page = page(partner, sheet, last);
            for (var line : page) {
                sheet.line(cells(partner, sheet, line));
                last = line;
            }
        } while (page.size() == STEP);
    }

    private static List<String> cells(Partner partner, Sheet sheet, Line line) {
        var cells = new ArrayList<String>();
        var sold = line.sold();
        cells.add(sold.number());
        cells.add(sheet.moment(line.paidAt()));
        cells.add(Sheet.text(sold.name()));
        cells.add(sold.memberNumber() == null ? "" : sold.memberNumber().toString());
        cells.add(sheet.frame().t("statements.kind." + sold.kind()));
        cells.add(sold.title());
        cells.add(Sheet.day(sold.first()));
        cells.add(Sheet.day(sold.last()));
        cells.add(
                sheet.frame().t("receipts.state." + (sold.disputed() ? "disputed" : state(sold.state(), line.sums()))));
        addSums(cells, line.sums(), sold.coupon());
        cells.add(way(sheet, line.way()));
        cells.add(sheet.frame().t(line.outside() ? "statements.receiver.circle" : "statements.receiver.site"));
        cells.add(sheet.frame()
                .absolute("/c/" + partner.member().face().slug() + "/manage/money/orders/"
                        + Ids.text(new OrderId(line.order()))));
        var invoice = line.invoice();
        cells.add(Sheet.text(invoice.title()));
        cells.add(Csv.digits(Sheet.text(invoice.tax())));
        cells.add(Sheet.text(invoice.email()));
        cells.add(sheet.moment(invoice.askedAt()));
        cells.add(sheet.moment(invoice.issuedAt()));
        return cells;
    }

    private static String way(Sheet sheet, @Nullable String kind) {
        return kind == null || !KINDS.contains(kind)
                ? Sheet.text(kind)
                : sheet.frame().t("ways.kind." + kind);
    }

    private static String state(String state, Sums sums) {
        return state.equals("done") && sums.refunded().isPositive() ? "partly" : state;
    }

    private static void addSums(List<String> cells, Sums sums, @Nullable String coupon) {
        cells.add(Sheet.money(sums.listed()));
        cells.add(Sheet.money(sums.discount()));
        cells.add(Sheet.text(coupon));
        cells.add(Sheet.money(sums.paid()));
        cells.add(Sheet.money(sums.refunded()));
        cells.add(Sheet.money(sums.fee()));
        cells.add(Sheet.money(sums.feeReturned()));
        cells.add(Sheet.money(sums.net()));
        cells.add(sums.paid().code());
    }

    private List<Line> page(Partner partner, Sheet sheet, @Nullable Line last) {
        var filter = sheet.filter();
        return db.sql("""
                select e.order_id, e.paid_at, e.number, m.alias, m.number, e.kind, e.title, e.state, e.first_day, e.last_day, u.name,
                       exists (select 1
                                 from orders.dispute d
                                where d.circle_id = e.circle_id and d.order_id = e.order_id and d.state = 'open'),
                       e.list_amount, e.discount, e.amount, e.refunded, e.fee, e.fee_returned, e.currency, a.kind, e.outside,
                       i.title, i.tax_number, i.email, i.asked_at, i.issued_at
                  from orders.entry e
                  left join members.membership m on m.circle_id = e.circle_id and m.account_id = e.account_id
                  left join coupons.coupon u on u.circle_id = e.circle_id and u.coupon_id = e.coupon_id
                  left join payments.checkout k on k.circle_id = e.circle_id and k.checkout_id = e.checkout_id
                  left join payments.attempt a on a.circle_id = k.circle_id and a.attempt_id = k.attempt_id
                  left join orders.invoice i on i.circle_id = e.circle_id and i.order_id = e.order_id
                 where e.circle_id = :circle and e.paid_at is not null
                """)
                .with("circle", partner.circle())
                .and(filter.from() != null, "and e.paid_at >= :since")
                .and(filter.to() != null, "and e.paid_at < :until")
                .and(filter.currency() != null, "and e.currency = :only")
                .and(filter.plan() != null, """
                   and e.plan_id = (select plan_id from plans.plan where circle_id = :circle and number = :plan)
                """)
                .and(last != null, "and (e.paid_at, e.order_id) < (:lastAt, :last)")
                .and(true, "order by e.paid_at desc, e.order_id desc limit :most")
                .with("since", filter.since(sheet.zone()))
                .with("until", filter.until(sheet.zone()))
                .with("plan", filter.plan())
                .with("only", filter.currency())
                .with("lastAt", last == null ? null : last.paidAt())
                .with("last", last == null ? null : last.order())
                .with("most", STEP)
                .all((row, n) -> line(row));
    }

    private static Line line(ResultSet row) throws SQLException {
        var code = row.getString(19);
        return new Line(
                Db.uuid(row, 1),
                Db.instant(row, 2),
                new Sold(
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Long.class),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        Db.maybeDay(row, 9),
                        Db.maybeDay(row, 10),
                        row.getString(11),
                        row.getBoolean(12)),
                new Sums(
                        Money.of(row.getLong(13), code),
                        Money.of(row.getLong(14), code),
                        Money.of(row.getLong(15), code),
                        Money.of(row.getLong(16), code),
                        Money.of(row.getLong(17), code),
                        Money.of(row.getLong(18), code)),
                row.getString(20),
                row.getBoolean(21),
                new Invoice(
                        row.getString(22),
                        row.getString(23),
                        row.getString(24),
                        Db.maybeInstant(row, 25),
                        Db.maybeInstant(row, 26)));
    }
}
