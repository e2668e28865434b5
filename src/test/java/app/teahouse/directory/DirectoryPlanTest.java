package app.teahouse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.Plans;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** However many are listed, a page reads an index: in its order where all are shown, by its words where somebody looks for one. */
@TeahouseTest
class DirectoryPlanTest {
    /** One in ten members is listed. */
    private static final int MANY = Integer.getInteger("teahouse.directory", 5_000);

    @Autowired
    SomeCircles circles;

    @Autowired
    Directory directory;

    @Autowired
    Choice choice;

    @Autowired
    Plans plans;

    @Autowired
    JdbcTemplate jdbc;

    private static boolean filled;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    private static Member reader;

    @BeforeEach
    void fillOnce() {
        if (filled) {
            return;
        }
        var owner = circles.someOwner();
        reader = circles.someMember(owner);
        choice.choose(circles.partner(owner), true);
        ScopedValue.where(Pools.FOR_JOBS, true).run(() -> fill(owner));
        filled = true;
    }

    private void fill(Owner owner) {
        var circle = owner.circle().value();
        jdbc.update("""
                insert into members.membership (circle_id, account_id, number, role, state, alias, sort_key, folded, joined_at, seen_at)
                select ?, md5('member ' || n)::uuid, 10 + n, 'member', 'active', 'Member ' || n, '', 'member ' || n, now(), now()
                  from generate_series(1, ?) as n
                """, circle, MANY * 10);
        var common = Entry.wished(true, new Said(List.of("writing"), List.of(), "CN-SH", "", "", "", "", ""), Map.of());
        var rare = Entry.wished(
                true, new Said(List.of("writing", "horology"), List.of(), "CN-XZ", "", "", "", "", ""), Map.of());
        jdbc.update("""
                insert into directory.entry
                       (circle_id, account_id, entry_id, state, expertise, expertise_for, interests_for, place_for, offers_for, seeks_for,
                        contact_for, widest, words, written_at)
                select ?, md5('member ' || n * 10)::uuid, md5('entry ' || n)::uuid, 'listed', '{writing}', 'members', 'members', 'members',
                       'members', 'members', 'staff', 'members', case when n % 500 = 0 then ?::tsvector else ?::tsvector end, now()
                  from generate_series(1, ?) as n
                """, circle, EntryWords.of(owner.circle(), rare), EntryWords.of(owner.circle(), common), MANY);
        jdbc.execute("analyze members.membership");
        jdbc.execute("analyze directory.entry");
        jdbc.execute("analyze blocks.block");
    }

    private static Directory.Asked asked(String words, String region, @Nullable String before) {
        return Directory.Asked.of(words, "", "", region, before);
    }

    private String plan(Directory.Asked asked) {
        return plans.of(() -> directory.page(reader, false, asked, 24), "from directory.entry e");
    }

    @Test
    void all_of_them_in_the_order_of_an_index() {
        var first = directory.page(reader, false, asked("", "", null), 24);
        assertThat(first.items()).hasSize(24);
        for (var plan : List.of(plan(asked("", "", null)), plan(asked("", "", first.next())))) {
            assertThat(plan)
                    .contains("entry_listed", "membership_pkey")
                    .doesNotContain("Seq Scan on entry", "Seq Scan on membership", "Sort");
        }
    }

    /** At 100,000 listed of 1,000,000 (-Dteahouse.directory=100000) see docs/decisions/0138. */
    @Test
    void a_rare_word_by_the_index_of_words_and_a_common_one_by_either() {
        assertThat(plan(asked("horology", "", null)))
                .contains("entry_words", "membership_pkey")
                .doesNotContain("Seq Scan on entry", "Seq Scan on membership");
        assertThat(plan(asked("@member 4321", "", null)))
                .contains("membership_by_name")
                .doesNotContain("Seq Scan on entry", "Seq Scan on membership");
        assertThat(plan(asked("", "CN-XZ", null))).contains("entry_words").doesNotContain("Seq Scan on entry");
        assertThat(plan(asked("writing", "CN", null))).doesNotContain("Seq Scan on entry", "Seq Scan on membership");
        for (var one : new Directory.Asked[] {
            asked("", "", null),
            asked("horology", "", null),
            asked("writing", "CN", null),
            asked("writing horology", "", null),
            asked("@member 1", "", null)
        }) {
            var from = System.nanoTime();
            Db.countFrom0();
            assertThat(directory.page(reader, false, one, 24).items()).isNotEmpty();
            assertThat(Db.statements()).isLessThanOrEqualTo(3);
            if (MANY > 5_000) {
                System.out.println(one + " took " + (System.nanoTime() - from) / 1_000 + " µs");
            }
        }
    }
}
