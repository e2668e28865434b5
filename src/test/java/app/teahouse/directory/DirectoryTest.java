package app.teahouse.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.blocks.Blocks;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Surface;
import app.teahouse.members.LeaveCircle;
import app.teahouse.members.SomeCircles;
import app.teahouse.screening.RuleKind;
import app.teahouse.screening.RuleWish;
import app.teahouse.screening.WriteRule;
import app.teahouse.testing.TeahouseTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Members are found by what they say to those who ask, and by nothing else. */
@TeahouseTest
class DirectoryTest {
    private static final Said POTTER = new Said(
            List.of("陶艺", "Bookbinding"),
            List.of("falconry"),
            "CN-ZJ",
            "Hangzhou",
            "A kiln for rent",
            "找一位翻译",
            "wx-clayhand",
            "https://clayhand.example.org/");

    private static final Map<Field, Audience> EACH_ITS_OWN = Map.of(
            Field.INTERESTS, Audience.LISTED,
            Field.PLACE, Audience.STAFF,
            Field.OFFERS, Audience.NOBODY,
            Field.CONTACT, Audience.LISTED);

    @Autowired
    Directory directory;

    @Autowired
    WriteEntry writeEntry;

    @Autowired
    LeaveDirectory leaveDirectory;

    @Autowired
    TakeOut takeOut;

    @Autowired
    EntryRows rows;

    @Autowired
    Choice choice;

    @Autowired
    Blocks blocks;

    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    DirectoryHousehold household;

    @Autowired
    WriteRule writeRule;

    @Autowired
    SomeCircles circles;

    @Autowired
    Db db;

    @Autowired
    TransactionTemplate transaction;

    Owner owner;
    Member potter;
    Member reader;

    @BeforeEach
    void aCircleWithADirectory() {
        owner = circles.someOwner();
        choice.choose(circles.partner(owner), true);
        potter = circles.someMember(owner);
        reader = circles.someMember(owner);
        write(potter, true, POTTER, EACH_ITS_OWN);
    }

    private void write(Member who, boolean listed, Said said, Map<Field, Audience> audiences) {
        writeEntry.write(circles.speaker(who, Surface.PROFILE), listed, said, audiences);
    }

    private void list(Member who) {
        write(who, true, expert("tea"), Map.of());
    }

    private static Said expert(String word) {
        return new Said(List.of(word), List.of(), "", "", "", "", "", "");
    }

    private List<EntryView> ask(Member who, String words, String expertise, String interest, String region) {
        var now = circles.again(who);
        var listed = rows.of(now.circle(), now.account()).orElse(Entry.NONE).isListed();
        return directory
                .page(now, listed, Directory.Asked.of(words, expertise, interest, region, null), 10)
                .items();
    }

    private boolean finds(Member who, String words) {
        return !ask(who, words, "", "", "").isEmpty();
    }

    private boolean sees(Member who, Member other) {
        return ask(who, "", "", "", "").stream()
                .anyMatch(row -> row.card().account().equals(other.account()));
    }

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
    void who_says_nothing_to_members_is_not_listed_and_who_is_only_for_the_listed_is_not_even_seen() {
        assertThatThrownBy(() -> write(reader, true, POTTER, all(Audience.STAFF)))
                .hasMessage("directory.nothing-shown");
        assertThatThrownBy(() -> write(reader, true, Said.NOTHING, Map.of())).hasMessage("directory.nothing-shown");
        write(potter, true, POTTER, all(Audience.LISTED));
        assertThat(sees(reader, potter)).isFalse();
        assertThat(finds(reader, potter.standing().alias())).isFalse();
        assertThat(directory.of(reader, potter.account())).isEmpty();
        list(reader);
        assertThat(sees(reader, potter)).isTrue();
        assertThat(finds(reader, potter.standing().alias())).isTrue();
    }

    private static Map<Field, Audience> all(Audience audience) {
        var all = new java.util.EnumMap<Field, Audience>(Field.class);
        for (var field : Field.values()) {
            all.put(field, audience);
        }
        return all;
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
    void who_is_no_member_now_is_found_by_nobody_and_not_listed_when_they_come_back() {
        db.sql("""
                update members.membership
                   set speaks_until = :past, reads_until = :past
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", owner.circle())
                .with("account", potter.account())
                .with("past", Instant.now().minusSeconds(60))
                .run();
        assertThat(sees(reader, potter)).isFalse();
        db.sql("update members.membership set speaks_until = null, reads_until = null where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        assertThat(sees(reader, potter)).isTrue();

        leaveCircle.leave(circles.again(potter));
        assertThat(sees(reader, potter)).isFalse();
        await().untilAsserted(() -> assertThat(state(potter)).isEqualTo(Entry.State.DRAFT));
        circles.join(owner, potter.person());
        assertThat(sees(reader, potter)).isFalse();
    }

    private Entry.State state(Member who) {
        return rows.of(owner.circle(), who.account()).orElseThrow().state();
    }

    @Test
    void whom_staff_took_out_stays_out_whatever_they_write_until_they_are_let_in() {
        var admin = circles.someAdmin(owner);
        takeOut.takeOut(admin, potter.standing().number(), "Not yours to offer");
        assertThat(sees(reader, potter)).isFalse();
        write(potter, true, POTTER, Map.of());
        assertThat(state(potter)).isEqualTo(Entry.State.OUT);
        leaveDirectory.hide(potter);
        leaveDirectory.forget(potter);
        write(potter, true, POTTER, Map.of());
        assertThat(state(potter)).isEqualTo(Entry.State.OUT);
        assertThat(sees(owner.member(), potter)).isFalse();
        assertThatThrownBy(() -> takeOut.takeOut(admin, potter.standing().number(), "Twice"))
                .hasMessage("directory.not-listed");
        await().untilAsserted(() -> assertThat(db.sql(
                                "select detail || ' ' || excerpt from notify.notice where account_id = :account and kind = 'directory'")
                        .with("account", potter.account())
                        .all((row, n) -> row.getString(1)))
                .containsExactly("out Not yours to offer"));

        takeOut.letIn(admin, potter.standing().number());
        assertThat(state(potter)).isEqualTo(Entry.State.DRAFT);
        write(potter, true, POTTER, Map.of());
        assertThat(sees(reader, potter)).isTrue();

        list(owner.member());
        assertThatThrownBy(() -> takeOut.takeOut(admin, 1, "The owner")).hasMessage("role.not-above");
        await().untilAsserted(() -> assertThat(db.sql(
                                "select kind from log.entry where circle_id = :circle and kind like 'directory%' order by entry_id")
                        .with("circle", owner.circle())
                        .all((row, n) -> row.getString(1)))
                .containsExactly("directory_out", "directory_in"));
    }

    /** What they do waits for the staff, and finds them out. */
    @Test
    void whoever_writes_hides_or_forgets_while_staff_take_them_out_is_out() throws Exception {
        var admin = circles.someAdmin(owner);
        var number = potter.standing().number();
        for (Runnable deed : List.<Runnable>of(
                () -> write(potter, true, POTTER, Map.of()),
                () -> write(potter, false, POTTER, Map.of()),
                () -> leaveDirectory.hide(potter),
                () -> leaveDirectory.forget(potter))) {
            write(potter, true, POTTER, Map.of());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var done = Objects.requireNonNull(transaction.execute(_ -> {
                    takeOut.takeOut(admin, number, "Not yours to offer");
                    var waiting = threads.submit(deed);
                    var staff = db.sql("select pg_backend_pid()").one(Integer.class);
                    await().untilAsserted(() -> assertThat(
                                    db.sql("""
                                    select exists (select 1 from pg_locks where not granted and :staff = any(pg_blocking_pids(pid)))
                                    """).with("staff", staff).one(Boolean.class))
                            .isTrue());
                    return waiting;
                }));
                done.get();
            }
            assertThat(state(potter)).isEqualTo(Entry.State.OUT);
            takeOut.letIn(admin, number);
        }
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

    @Test
    void a_closed_directory_shows_nobody_and_a_circle_leaves_without_what_is_for_nobody() {
        choice.choose(circles.partner(owner), false);
        assertThatThrownBy(() -> ask(reader, "", "", "", "")).hasMessage("directory.closed");
        assertThatThrownBy(() -> list(reader)).hasMessage("directory.closed");
        assertThat(directory.of(reader, potter.account())).isEmpty();
        leaveDirectory.forget(potter);
        assertThat(rows.of(owner.circle(), potter.account())).isEmpty();
        assertThat(household.crates())
                .filteredOn(crate -> crate.table().equals("directory.entry"))
                .allSatisfy(crate -> {
                    assertThat(crate.only()).isEqualTo("t.state <> 'draft'");
                    assertThat(crate.as()).hasSize(8);
                    assertThat(crate.as().values())
                            .allSatisfy(value -> assertThat(value).startsWith("case when t.state = 'out' or t."));
                });
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
    void the_rules_of_the_circle_look_at_what_others_will_read_and_say_so_at_its_field() {
        var partner = circles.partner(owner);
        var rule = writeRule.make(
                partner,
                new RuleWish(
                        "No kilns",
                        RuleKind.WORDS,
                        Scrutiny.Verdict.BLOCK,
                        "",
                        RuleKind.WORDS.matters(),
                        Set.of(),
                        List.of("kiln", "Gardener"),
                        List.of(),
                        List.of(),
                        false,
                        0,
                        0));
        writeRule.turn(partner, rule, true);
        assertThatThrownBy(() -> write(reader, true, POTTER, Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.faults().getFirst().field()).isEqualTo("offers"));
        write(reader, true, POTTER, Map.of(Field.OFFERS, Audience.NOBODY));
        write(reader, false, POTTER, Map.of());

        db.sql("update members.membership set alias = 'Gardener' where circle_id = :circle and account_id = :account")
                .with("circle", owner.circle())
                .with("account", reader.account())
                .run();
        var named = circles.again(reader);
        assertThatThrownBy(() -> write(named, true, expert("tea"), Map.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("directory.alias");
                    assertThat(refusal.faults().getFirst().field()).isEqualTo("listed");
                });
        write(named, false, expert("tea"), Map.of());
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
