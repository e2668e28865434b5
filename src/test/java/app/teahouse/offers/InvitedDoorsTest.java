package app.teahouse.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.Order;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;

/** Who else an invitation lets in, and how: by trial, by program, where staff decide, who paid there once. */
@TeahouseTest
class InvitedDoorsTest extends InvitedOrdersGround {
    @Test
    void where_staff_decide_who_joins_an_invitation_decides_it() {
        hide("listed", "application");
        var placed = place(guest, code);
        pay(placed.checkout());

        assertThat(rows.find(owner.circle(), placed.order()).orElseThrow().state())
                .isEqualTo(Order.State.DONE);
        assertThat(someOrders.isMember(owner, guest)).isTrue();
    }

    @Test
    void a_trial_uses_it_too() {
        var plan = somePlans.trial(owner, 7);
        var held = invited.look(new Visitor(guest), code);
        beginTrial.begin(held.onlooker(), plan.number(), null, held.held().id());

        assertThat(someOrders.isMember(owner, guest)).isTrue();
        var other = invited.look(new Visitor(guest), invitations.code(owner, Role.MEMBER, 1));
        assertThatThrownBy(() -> beginTrial.begin(
                        other.onlooker(), plan.number(), null, other.held().id()))
                .hasMessage("order.no-trial");
    }

    @Test
    void a_program_buys_with_it() {
        var token = "Bearer " + tokens.some(guest, "read", "write");
        var api = "/api/v1/invitations/" + code;
        assertThat(mvc.get().uri(api + "/offers").header("Authorization", token))
                .bodyJson()
                .extractingPath("$.items[0].amount")
                .isEqualTo(19900);
        for (var again = 0; again < 2; again++) {
            assertThat(mvc.post()
                            .uri(api + "/orders")
                            .header("Authorization", token)
                            .header("Idempotency-Key", "\"once\"")
                            .contentType("application/json")
                            .content("{\"plan\":" + year.number() + "}"))
                    .hasStatus(201);
        }
        assertThat(rows.only(owner.circle(), guest.account(), Order.State.OPEN)).isPresent();
    }

    @Test
    void who_paid_there_once_finds_the_door_again_and_whom_staff_removed_finds_it_to_write_to_them() {
        var slug = SomeCircles.slug(owner);
        pay(place(guest, code).checkout());
        var member = someCircles.onlooker(owner, guest).member().orElseThrow();

        leaveCircle.leave(member);
        assertThat(text("/c/" + slug + "/about", people.cookie(guest))).contains("/membership/return");
        state("expired");
        assertThat(text("/c/" + slug + "/about", people.cookie(guest)))
                .contains("/c/" + slug + "/my-words", "/me/settings/data");
        assertThat(text("/c/" + slug + "/plans/" + year.number(), people.cookie(guest)))
                .contains("199");
        // As somebody else let them in once.
        db.sql("update members.membership set came = 'invitation' where circle_id = :circle and account_id = :account")
                .with("circle", owner.circle())
                .with("account", guest.account())
                .run();
        someOrders.buy(owner, guest, year);
        assertThat(db.sql("select came from members.membership where circle_id = :circle and account_id = :account")
                        .with("circle", owner.circle())
                        .with("account", guest.account())
                        .one(String.class))
                .as("a renewal changes nothing about how they came")
                .isEqualTo("invitation");
        state("removed");
        assertThat(text("/c/" + slug + "/letters", people.cookie(guest))).contains("Letters to staff");
        assertThat(mvc.get().uri("/c/" + slug + "/members").cookie(people.cookie(guest)))
                .hasStatus4xxClientError();
    }
}
