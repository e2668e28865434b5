package app.teahouse.offers;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.invitations.Invited;
import app.teahouse.invitations.SomeInvitations;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Prove;
import app.teahouse.members.LeaveCircle;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.OrderRows;
import app.teahouse.orders.SomeOrders;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.questions.Replies;
import app.teahouse.tokens.SomeTokens;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A hidden circle that costs something, and an invitation into it; afterwards every cent is explained. */
abstract class InvitedOrdersGround {
    @Autowired
    SomePlans somePlans;

    @Autowired
    SomeCircles someCircles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    SomeOrders someOrders;

    @Autowired
    SomeInvitations invitations;

    @Autowired
    SomeTokens tokens;

    @Autowired
    Invited invited;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    BeginTrial beginTrial;

    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    OrderRows rows;

    @Autowired
    Prove prove;

    @Autowired
    Db db;

    @Autowired
    app.teahouse.circles.Circles known;

    @Autowired
    MockMvcTester mvc;

    Owner owner;

    Plan year;

    String code;

    Person guest;

    @BeforeEach
    void aHiddenCircleThatCosts() {
        owner = somePlans.paidCircle();
        year = somePlans.plan(owner, "yearly", 19900);
        hide("hidden", "invitation");
        code = invitations.code(owner, Role.MEMBER, 1);
        guest = people.someone();
    }

    void hide(String visibility, String mode) {
        db.sql("update circles.circle set visibility = :visibility, join_mode = :mode where circle_id = :circle")
                .with("visibility", visibility)
                .with("mode", mode)
                .with("circle", owner.circle())
                .run();
        known.changed(owner.circle());
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

    void state(String state) {
        db.sql("""
                update members.membership
                   set state = :state, ended_at = now(), ended_by = case when :state = 'removed' then account_id end
                 where circle_id = :circle and account_id = :account
                """)
                .with("state", state)
                .with("circle", owner.circle())
                .with("account", guest.account())
                .run();
    }

    PlaceOrder.Placed place(Person person, String with) {
        var held = invited.look(new Visitor(person), with);
        return placeOrder.place(
                held.onlooker(),
                new PlaceOrder.Wish(
                        year.number(),
                        Replies.NONE,
                        null,
                        null,
                        null,
                        held.held().id()));
    }

    boolean pay(@Nullable CheckoutId checkout) {
        payments.pay(owner.circle(), Objects.requireNonNull(checkout));
        return true;
    }

    String text(String path, @Nullable Cookie cookie) {
        var request = mvc.get().uri(path);
        var answer =
                cookie == null ? request.exchange() : request.cookie(cookie).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
