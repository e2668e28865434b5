package app.teahouse.membertags;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import app.teahouse.web.Look;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Member tags go with their circle; a deleted account's go with it, and are counted no more. */
@Component
@Order(-3)
class MemberTagsHousehold implements Household, Luggage {
    private final Db db;

    MemberTagsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var worn = db.sql("""
                delete from membertags.worn
                 where circle_id = :circle
                   and (account_id, tag_id) in
                       (select account_id, tag_id from membertags.worn where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (worn > 0) {
            return true;
        }
        db.sql("delete from membertags.tag where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from membertags.choice where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    /**
     * Takes the traces of an account that is deleted out of one circle.
     *
     * @return whether there is more to do
     */
    @Transactional
    boolean forget(CircleId circle, AccountId account, int atMost) {
        // Held as by whoever gives tags, so that counts are right.
        db.sql("""
                select tag_id
                  from membertags.tag
                 where circle_id = :circle
                   and tag_id in (select tag_id from membertags.worn where circle_id = :circle and account_id = :account)
                 order by tag_id
                   for no key update
                """).with("circle", circle).with("account", account).all((row, n) -> Db.uuid(row, 1));
        db.sql("""
                with gone as (delete from membertags.worn
                               where circle_id = :circle and account_id = :account
                           returning tag_id, state)
                update membertags.tag t
                   set member_count = member_count - 1
                  from gone g
                 where t.circle_id = :circle and t.tag_id = g.tag_id and g.state = 'worn'
                """).with("circle", circle).with("account", account).run();
        db.sql("update membertags.tag set made_by = null where circle_id = :circle and made_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        return db.sql("""
                update membertags.worn
                   set set_by = null
                 where circle_id = :circle
                   and (account_id, tag_id) in
                       (select account_id, tag_id
                          from membertags.worn
                         where circle_id = :circle and set_by = :account
                         limit :most)
                """)
                        .with("circle", circle)
                        .with("account", account)
                        .with("most", atMost)
                        .run()
                == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("membertags.tag", "tag_id")
                        .people("made_by")
                        .made("folded, sort_key, member_count")
                        .most("name", 30)
                        .most("heading", 30)
                        .most("description", 200)
                        .check("colour", Look.COLOURS::contains)
                        .making(MemberTagsHousehold::sort),
                Crate.of("membertags.worn", "account_id, tag_id")
                        .people("account_id, set_by")
                        .then(this::count),
                Crate.of("membertags.choice", "own"));
    }

    private static void sort(Arrival arrival, List<Row> rows) {
        rows.forEach(row -> row.set("folded", Folding.folded(row.text("name")))
                .set("sort_key", Folding.sortKey(row.text("name")))
                .set("member_count", 0));
    }

    private void count(Arrival arrival, List<Row> rows) {
        rows.stream()
                .filter(row -> row.text("state").equals("worn"))
                .collect(Collectors.groupingBy(row -> row.id("tag_id"), Collectors.counting()))
                .forEach((tag, many) -> db.sql("""
                        update membertags.tag
                           set member_count = member_count + :many
                         where circle_id = :circle and tag_id = :tag
                        """)
                        .with("circle", arrival.circle())
                        .with("tag", tag)
                        .with("many", many)
                        .run());
    }
}
