package app.teahouse.verdicts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A circle, a member of it, and an operator who is in none. */
abstract class VerdictGround {
    @Autowired
    MakeVerdict makeVerdict;

    @Autowired
    EndVerdict endVerdict;

    @Autowired
    SomeCircles circles;

    @Autowired
    Circles stored;

    @Autowired
    SomePeople people;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester browser;

    Owner owner;

    Member member;

    Person desk;

    Operator operator;

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
        desk = people.someOperator();
        operator = gate.operator(new Visitor(desk));
    }

    VerdictId make(Verdict.Kind kind, @Nullable Integer days) {
        return makeVerdict.make(
                operator, owner.circle(), new MakeVerdict.Wish(kind, "Fakes", days, false, null, false));
    }

    Circle circle() {
        return stored.fresh(owner.circle()).orElseThrow();
    }

    String page(String path, Person reader) throws UnsupportedEncodingException {
        return browser.get()
                .uri(path)
                .cookie(people.cookie(reader))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    UUID payout() {
        var id = Ids.next();
        jdbc.update("""
                insert into payouts.payout
                       (circle_id, payout_id, day, amount, currency, label, sealed, state, asked_by, asked_at, ready_at)
                values (?, ?, current_date, 10000, 'CNY', 'Bank', '\\x00', 'waiting', ?, now() - interval '2 days', now() - interval '1 day')
                """, owner.circle().value(), id, owner.account().value());
        return id;
    }

    @Nullable
    String state(UUID payout) {
        return jdbc.queryForObject(
                "select state from payouts.payout where circle_id = ? and payout_id = ?",
                String.class,
                owner.circle().value(),
                payout);
    }

    int desk(String path, String... said) {
        var request = browser.post().uri(path).cookie(people.cookie(desk)).with(csrf());
        for (var i = 0; i < said.length; i += 2) {
            request = request.param(said[i], said[i + 1]);
        }
        return request.exchange().getResponse().getStatus();
    }
}
