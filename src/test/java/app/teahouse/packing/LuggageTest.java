package app.teahouse.packing;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.luggage.Crate;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A table that nobody declared would stay behind without anybody noticing, until a circle comes home without it. */
@TeahouseTest
class LuggageTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    Crates crates;

    @Test
    void every_table_of_circles_leaves_or_stays_for_a_reason() {
        assertThat(crates.all().stream().map(Crate::table))
                .as(
                        "Each table of circles stands in the list of its room's Luggage (usually the household): Crate.of for one that"
                                + " leaves with an export, Crate.stays with the reason for one that does not")
                .containsExactlyInAnyOrderElementsOf(catalogue.tables());
        assertThat(crates.all().stream().filter(crate -> !crate.leaves()))
                .allSatisfy(crate -> assertThat(crate.staysBecause()).isNotBlank());
    }

    @Test
    void a_crate_names_columns_that_are_there() {
        var faults = new ArrayList<String>();
        for (var crate : crates.arriving()) {
            var named = new HashSet<>(crate.keys());
            named.addAll(crate.people());
            named.addAll(crate.texts());
            named.addAll(crate.files());
            named.addAll(crate.pictures());
            named.addAll(crate.made());
            named.addAll(crate.left().keySet());
            named.addAll(crate.as().keySet());
            catalogue.columns(crate.table()).forEach(column -> named.remove(column.name()));
            named.forEach(name -> faults.add(crate.table() + " has no " + name));
        }
        assertThat(faults).isEmpty();
    }

    /** An account means nothing on another site: what is called like one must leave as a member's number. */
    @Test
    void no_account_leaves() {
        var faults = new ArrayList<String>();
        for (var crate : crates.arriving()) {
            for (var column : catalogue.columns(crate.table())) {
                var name = column.name();
                if (Sql.leaves(crate, column)
                        && column.type().startsWith("uuid")
                        && name.matches("account_id|.*_by|by_id|whose_id|mentioned|author_id|.*owner.*|.*member.*")
                        && !crate.people().contains(name)) {
                    faults.add(crate.table() + "." + name + " looks like an account: name it in .people(…)");
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
