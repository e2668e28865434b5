package app.teahouse.directory;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.util.EnumMap;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The directory goes with its circle. What only its writer reads does not leave: what is for nobody, is not listed, or was taken out. */
@Component
@Order(-3)
class DirectoryHousehold implements Household, Luggage {
    private final Db db;

    DirectoryHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from directory.choice where circle_id = :circle")
                .with("circle", circle)
                .run();
        return db.sql("""
                delete from directory.entry
                 where circle_id = :circle
                   and account_id in (select account_id from directory.entry where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    /** Takes the traces of an account that is deleted out of one circle. */
    void forget(CircleId circle, AccountId account) {
        db.sql("delete from directory.entry where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql(
                        "update directory.entry set out_by = null where circle_id = :circle and state = 'out' and out_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("directory.choice", ""),
                Crate.of("directory.entry", "account_id")
                        .people("account_id, out_by")
                        .only("t.state <> 'draft'")
                        .as(
                                "expertise",
                                "case when t.state = 'out' or t.expertise_for = 'nobody' then '{}' else t.expertise end")
                        .as(
                                "interests",
                                "case when t.state = 'out' or t.interests_for = 'nobody' then '{}' else t.interests end")
                        .as("region", "case when t.state = 'out' or t.place_for = 'nobody' then '' else t.region end")
                        .as("place", "case when t.state = 'out' or t.place_for = 'nobody' then '' else t.place end")
                        .as("offers", "case when t.state = 'out' or t.offers_for = 'nobody' then '' else t.offers end")
                        .as("seeks", "case when t.state = 'out' or t.seeks_for = 'nobody' then '' else t.seeks end")
                        .as(
                                "contact",
                                "case when t.state = 'out' or t.contact_for = 'nobody' then '' else t.contact end")
                        .as("link", "case when t.state = 'out' or t.contact_for = 'nobody' then '' else t.link end")
                        .made("entry_id, widest, words")
                        .most("place, contact", Said.LONGEST_LINE)
                        .most("offers, seeks, out_reason", Said.LONGEST_TEXT)
                        .check("region", region -> region.isEmpty() || Regions.isKnown(region))
                        .check("link", Said::isWeb)
                        .making(DirectoryHousehold::make));
    }

    private static void make(Arrival arrival, List<Row> rows) {
        for (var row : rows) {
            var entry = entry(row);
            row.set("entry_id", Ids.next().toString())
                    .set("expertise", entry.said().expertise())
                    .set("interests", entry.said().interests())
                    .set("widest", entry.widest().key())
                    .set("words", EntryWords.of(arrival.circle(), entry));
            if (entry.isListed() && entry.widest().compareTo(Audience.LISTED) < 0) {
                row.set("state", "draft");
            }
        }
    }

    private static Entry entry(Row row) {
        var said = new Said(
                few(row.texts("expertise")),
                few(row.texts("interests")),
                row.text("region"),
                row.text("place"),
                row.text("offers"),
                row.text("seeks"),
                row.text("contact"),
                row.text("link"));
        var audiences = new EnumMap<Field, Audience>(Field.class);
        for (var field : Field.values()) {
            audiences.put(field, Audience.named(field.key(), row.text(field.key() + "_for")));
        }
        return Entry.wished(row.text("state").equals("listed"), said, audiences);
    }

    private static List<String> few(List<String> words) {
        return Said.words(words).stream()
                .filter(word -> word.length() <= Said.LONGEST_WORD)
                .limit(Said.MOST_WORDS)
                .toList();
    }
}
