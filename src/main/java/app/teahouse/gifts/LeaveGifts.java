package app.teahouse.gifts;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.orders.OrderId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The presents somebody gave and got, when they take their data along or leave. A card that was given holds on for whoever has it, without
 * the giver's name and words.
 */
@Component
@Order(-3)
class LeaveGifts implements Leaving, OwnData {
    private static final int STEP = 200;

    private final Db db;
    private final Codes codes;

    LeaveGifts(Db db, Codes codes) {
        this.db = db;
        this.codes = codes;
    }

    private record Given(CircleId circle, OrderId order) {}

    private List<Given> page(AccountId account, UUID after) {
        return db.sql("""
                select circle_id, order_id
                  from gifts.account_parcel
                 where account_id = :account and order_id > :after
                 order by order_id
                 limit :most
                """)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Given(new CircleId(Db.uuid(row, 1)), new OrderId(Db.uuid(row, 2))));
    }

    private record Held(CircleId circle, CardId card) {}

    private List<Held> held(AccountId account, UUID after) {
        return db.sql("""
                select circle_id, card_id
                  from gifts.account_card
                 where account_id = :account and card_id > :after
                 order by card_id
                 limit :most
                """)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Held(new CircleId(Db.uuid(row, 1)), new CardId(Db.uuid(row, 2))));
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var held = held(account, new UUID(0, 0));
        held.forEach(one -> letGo(account, one));
        var page = page(account, new UUID(0, 0));
        for (var one : page) {
            db.sql("""
                    update gifts.parcel
                       set giver_id = null, giver = '', greeting = ''
                     where circle_id = :circle and order_id = :order and giver_id = :account
                    """)
                    .with("circle", one.circle())
                    .with("order", one.order())
                    .with("account", account)
                    .run();
            db.sql("delete from gifts.account_parcel where account_id = :account and order_id = :order")
                    .with("account", account)
                    .with("order", one.order())
                    .run();
        }
        return page.size() == STEP || held.size() == STEP;
    }

    /** What was used stays used, by nobody; who waited with a card waits no more. */
    private void letGo(AccountId account, Held held) {
        db.sql("""
                update gifts.card
                   set account_id = null, state = case when state = 'waiting' then 'unused' else state end
                 where circle_id = :circle and card_id = :card and account_id = :account
                """)
                .with("circle", held.circle())
                .with("card", held.card())
                .with("account", account)
                .run();
        db.sql("delete from gifts.account_card where account_id = :account and card_id = :card")
                .with("account", account)
                .with("card", held.card())
                .run();
    }

    /** @param code of a card that can still be used */
    private record Line(
            String what,
            UUID circle,
            String plan,
            String from,
            String greeting,
            int card,
            String state,
            @Nullable String code,
            LocalDate validUntil,
            @Nullable Instant endedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("gifts.jsonl")) {
            var page = page(account, new UUID(0, 0));
            while (!page.isEmpty()) {
                for (var one : page) {
                    for (var line : given(one)) {
                        archive.line(file, line);
                    }
                }
                page = page(account, page.getLast().order().value());
            }
            var held = held(account, new UUID(0, 0));
            while (!held.isEmpty()) {
                for (var one : held) {
                    for (var line : received(account, one)) {
                        archive.line(file, line);
                    }
                }
                held = held(account, held.getLast().card().value());
            }
        }
    }

    private List<Line> given(Given given) {
        return db.sql("""
                select c.card_id, p.plan_name, p.giver, p.greeting, c.number, c.state, c.valid_until, c.ended_at
                  from gifts.card c
                  join gifts.parcel p on p.circle_id = c.circle_id and p.order_id = c.order_id
                 where c.circle_id = :circle and c.order_id = :order
                 order by c.number
                """)
                .with("circle", given.circle())
                .with("order", given.order())
                .all((row, n) -> new Line(
                        "given",
                        given.circle().value(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(6).equals("unused") ? codes.of(new CardId(Db.uuid(row, 1))) : null,
                        row.getObject(7, LocalDate.class),
                        Db.maybeInstant(row, 8)));
    }

    private List<Line> received(AccountId account, Held held) {
        return db.sql("""
                select p.plan_name, p.giver, p.greeting, c.number, c.state, c.valid_until, c.ended_at
                  from gifts.card c
                  join gifts.parcel p on p.circle_id = c.circle_id and p.order_id = c.order_id
                 where c.circle_id = :circle and c.card_id = :card and c.account_id = :account
                """)
                .with("circle", held.circle())
                .with("card", held.card())
                .with("account", account)
                .all((row, n) -> new Line(
                        "received",
                        held.circle().value(),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        null,
                        row.getObject(6, LocalDate.class),
                        Db.maybeInstant(row, 7)));
    }
}
