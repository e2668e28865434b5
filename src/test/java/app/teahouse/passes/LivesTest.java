package app.teahouse.passes;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Time;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.Enrol;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Plan;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whole lives of memberships on a clock that travels: plan × what happened × zone × month ends × leap days × nights in which clocks
 * change. The table was made by a second implementation of rules.md R10 in another language, and read by a person.
 */
@TeahouseTest
@Tag("once")
class LivesTest {
    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    GivePass givePass;

    @Autowired
    Passes passes;

    @Autowired
    Enrol enrol;

    @Autowired
    Gate gate;

    @Autowired
    Circles circles;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, Owner> owners = new HashMap<>();
    private final Map<String, Plan> plans = new HashMap<>();

    @Test
    void every_life_ends_when_the_table_says() throws IOException {
        var lines = new String(
                        new ClassPathResource("passes/lives.csv")
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(150);
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var cells = line.split(" \\| ");
            var lived = live(cells);
            var expected = String.join(" | ", cells[4], cells[5], cells[6]);
            if (!lived.equals(expected)) {
                wrong.add(line + "\n    was " + lived);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String live(String[] cells) {
        var zone = ZoneId.of(cells[0]);
        var owner = owners.computeIfAbsent(cells[0], _ -> owner(zone));
        var plan = plans.computeIfAbsent(cells[0] + cells[1], _ -> somePlans.plan(owner, cells[1], 9900));
        var person = people.someone();
        UUID piece = null;
        for (var event : cells[2].split(" ")) {
            var at = event.indexOf('@');
            var moment =
                    LocalDateTime.parse(event.substring(at + 1)).atZone(zone).toInstant();
            var id = event.startsWith("refund") ? piece : Ids.next();
            happen(owner, person, plan, event.substring(0, at), Objects.requireNonNull(id), moment);
            piece = id;
        }
        var pass = passes.of(owner.circle(), person.account()).orElseThrow();
        var asked = LocalDateTime.parse(cells[3]).atZone(zone).toInstant();
        var last = pass.span().last();
        return String.join(
                " | ",
                last == null ? "never" : last.toString(),
                pass.endsAt() == null ? "never" : pass.endsAt().toString(),
                standing(owner, person, asked));
    }

    private Owner owner(ZoneId zone) {
        var owner = somePlans.paidCircle();
        jdbc.update(
                "update circles.circle set zone = ? where circle_id = ?",
                zone.getId(),
                owner.circle().value());
        circles.changed(owner.circle());
        return owner;
    }

    private void happen(Owner owner, Person person, Plan plan, String what, UUID piece, Instant moment) {
        Time.at(
                moment,
                () -> transaction.execute(_ -> {
                    var circle = owner.circle();
                    switch (what) {
                        case "buy" ->
                            givePass.give(circle, person.account(), gift(piece, plan, Pass.Source.PAID, null));
                        case "trial" -> {
                            var today = moment.atZone(circles.byId(circle)
                                            .orElseThrow()
                                            .face()
                                            .zone())
                                    .toLocalDate();
                            var week = new Span(today, today.plusDays(7), today.getDayOfMonth());
                            givePass.give(circle, person.account(), gift(piece, plan, Pass.Source.TRIAL, week));
                        }
                        default -> givePass.takeBack(circle, person.account(), piece);
                    }
                    if (!what.equals("refund")) {
                        enrol.enrol(circle, person.account(), Role.MEMBER, 0, null);
                    }
                    return true;
                }));
    }

    private static GivePass.Gift gift(UUID piece, Plan plan, Pass.Source source, @Nullable Span span) {
        return new GivePass.Gift(piece, plan, source, Money.of(9900, "CNY"), GivePass.Manner.FOLLOW_ON, span);
    }

    private String standing(Owner owner, Person person, Instant moment) {
        return Time.at(moment, () -> {
            Member member;
            try {
                member = gate.member(new Visitor(person), owner.member().face().slug());
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo("circle.members-only");
                return "out";
            }
            try {
                gate.speaker(member, Surface.POST);
                return "writes";
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo("membership.grace");
                return "reads";
            }
        });
    }
}
