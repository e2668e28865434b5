package app.teahouse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.blocks.Blocks;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Role;
import app.teahouse.testing.TeahouseTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Members are found by what they say to those who ask, and by nothing else. */
@TeahouseTest
class DirectoryTest extends DirectoryGround {
    @Autowired
    Blocks blocks;

    @ParameterizedTest
    @ValueSource(strings = {"陶艺", "艺", "bookbind", "BOOKBINDING 陶艺", "翻译", "一位 翻译"})
    void what_is_said_to_all_is_found_in_both_languages(String words) {
        assertThat(finds(reader, words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "falconry",
                "falc",
                "Hangzhou",
                "kiln",
                "rent",
                "wx-clayhand",
                "clayhand.example.org",
                "陶艺 falconry",
                "艺陶",
                "' | 'a",
                "mefalconry",
                "CN-ZJ"
            })
    void what_is_not_for_the_reader_finds_nobody(String words) {
        assertThat(finds(reader, words)).isFalse();
        assertThat(ask(reader, "", words, "", "")).isEmpty();
        assertThat(ask(reader, "", "", words, "")).isEmpty();
    }

    @Test
    void each_field_is_read_and_found_by_its_own_audience() {
        var peer = circles.someMember(owner);
        list(peer);
        var staff = owner.member();

        assertThat(ask(reader, "陶艺", "", "", "").getFirst().said())
                .isEqualTo(new Said(POTTER.expertise(), List.of(), "", "", "", POTTER.seeks(), "", ""));
        assertThat(ask(peer, "", "", "falconry", "").getFirst().said().contact())
                .isEqualTo("wx-clayhand");
        assertThat(ask(staff, "Hangzhou falconry", "", "", "CN")
                        .getFirst()
                        .said()
                        .region())
                .isEqualTo("CN-ZJ");
        assertThat(ask(staff, "", "", "", "CN-ZJ")).hasSize(1);
        for (var who : List.of(reader, peer)) {
            assertThat(ask(who, "", "", "", "CN-ZJ")).isEmpty();
            assertThat(ask(who, "", "", "", "CN")).isEmpty();
        }
        for (var who : List.of(reader, peer, staff)) {
            assertThat(finds(who, "kiln")).isFalse();
            assertThat(finds(who, "clayhand"))
                    .as("contacts are read, never found")
                    .isFalse();
        }

        // Narrower than before is not found by what stood there before.
        write(potter, true, POTTER, Map.of(Field.EXPERTISE, Audience.NOBODY, Field.SEEKS, Audience.LISTED));
        assertThat(finds(reader, "陶艺")).isFalse();
        leaveDirectory.hide(peer);
        assertThat(ask(peer, "", "", "", "CN")).hasSize(1);
        assertThat(finds(peer, "翻译")).as("who is listed no more").isFalse();
    }

    @Test
    void nobody_sees_who_blocked_them_or_whom_they_blocked() {
        blocks.add(owner.circle(), potter.account(), reader.account(), Instant.now());
        list(reader);
        assertThat(sees(reader, potter)).isFalse();
        assertThat(finds(reader, "陶艺")).isFalse();
        assertThat(finds(reader, potter.standing().alias())).isFalse();
        assertThat(directory.of(reader, potter.account())).isEmpty();
        assertThat(sees(potter, reader)).isFalse();
        assertThat(directory.of(circles.again(potter), reader.account())).isEmpty();
        assertThat(sees(circles.someMember(owner), potter)).isTrue();
    }

    @Test
    void a_list_is_paged_without_gaps_the_latest_first_and_tells_nothing_of_accounts() {
        var all = new ArrayList<>(List.of(potter));
        for (var i = 0; i < 4; i++) {
            var more =
                    circles.join(owner, circles.someMember(circles.someOwner()).person(), Role.MEMBER);
            list(more);
            all.add(more);
        }
        var seen = new ArrayList<Long>();
        String before = null;
        do {
            var page = directory.page(reader, false, Directory.Asked.of(null, null, null, null, before), 2);
            page.items().forEach(row -> seen.add(row.card().number()));
            before = page.next();
        } while (before != null);
        assertThat(seen)
                .containsExactlyElementsOf(all.reversed().stream()
                        .map(one -> one.standing().number())
                        .toList());
    }

    /** However many members have such a name and are not listed; what else is asked holds for them too. */
    @Test
    void an_alias_is_found_by_its_beginning_among_many_of_that_name() {
        db.sql("""
                insert into members.membership (circle_id, account_id, number, role, state, alias, sort_key, folded, joined_at, seen_at)
                select :circle, gen_random_uuid(), 1000 + n, 'member', 'active', 'Zhu ' || n, '', 'zhu ' || n, now(), now()
                  from generate_series(100, 180) as n
                """).with("circle", owner.circle()).run();
        db.sql("""
                update members.membership
                   set alias = 'Zhu Zi', folded = 'zhu zi'
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", owner.circle())
                .with("account", potter.account())
                .run();
        var writer = circles.someMember(owner);
        write(writer, true, expert("zhu"), Map.of());
        for (var typed : List.of("zhu", "@ZHU", "＠zhu")) {
            assertThat(ask(reader, typed, "", "", ""))
                    .extracting(row -> row.card().account())
                    .containsExactly(writer.account(), potter.account());
        }
        assertThat(ask(reader, "zhu", "陶艺", "", ""))
                .extracting(row -> row.card().account())
                .containsExactly(potter.account());
        assertThat(ask(reader, "@", "", "", "")).isEmpty();
        var page = directory.page(reader, false, Directory.Asked.of("zhu", "", "", "", null), 1);
        assertThat(directory.page(reader, false, Directory.Asked.of("zhu", "", "", "", page.next()), 1))
                .satisfies(next -> {
                    assertThat(next.items().getFirst().card().account()).isEqualTo(potter.account());
                    assertThat(next.next()).isNull();
                });
    }

    @Test
    void words_of_one_circle_are_not_found_in_another() {
        var other = circles.someOwner();
        choice.choose(circles.partner(other), true);
        assertThat(finds(other.member(), "陶艺")).isFalse();
        CircleId circle = other.circle();
        assertThat(EntryWords.in(circle, Audience.of(other.member(), false), "x' | 'y"))
                .contains("x'' | ''y");
    }
}
