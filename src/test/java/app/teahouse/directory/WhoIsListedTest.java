package app.teahouse.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.members.LeaveCircle;
import app.teahouse.screening.RuleKind;
import app.teahouse.screening.RuleWish;
import app.teahouse.screening.WriteRule;
import app.teahouse.testing.TeahouseTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may be listed with what they say, and who is listed no more. */
@TeahouseTest
class WhoIsListedTest extends DirectoryGround {
    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    DirectoryHousehold household;

    @Autowired
    WriteRule writeRule;

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
}
