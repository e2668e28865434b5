package app.teahouse.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Role;
import app.teahouse.orders.ProgramsGround;
import app.teahouse.testing.TeahouseTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Time in a circle, for programs: tried, come back to, renewed, changed. */
@TeahouseTest
class PassProgramsTest extends ProgramsGround {
    @Test
    void a_trial_is_begun_once() {
        var week = somePlans.trial(owner, 7);
        var uri = api + "/plans/" + week.number() + "/trial";

        assertThat(mvc.post().uri(uri).contentType("application/json").content("{}"))
                .hasStatus(401);
        assertCode(post(buyer, api + "/plans/" + month.number() + "/trial", "none", "{}"), 409, "order.no-trial");
        for (var again = 0; again < 2; again++) {
            assertThat(post(buyer, uri, "key", "{}")).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                    {"state": "open", "source": "trial", "renewing": null}
                    """);
        }
        assertCode(post(buyer, uri, "key", "{\"password\": \"x\"}"), 409, "request.key-reused");
        assertCode(post(buyer, uri, "other key", "{}"), 409, "order.no-trial");
        assertThat(some.isMember(owner, buyer)).isTrue();
        assertThat(get(buyer, api + "/membership"))
                .bodyJson()
                .extractingPath("$.endsAt")
                .isNotNull();
    }

    @Test
    void a_trial_of_a_hidden_circle_needs_its_invitation() {
        var week = somePlans.trial(owner, 7);
        db.sql("update circles.circle set visibility = 'hidden', join_mode = 'invitation' where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        known.changed(owner.circle());
        var path = "/plans/" + week.number() + "/trial";
        var code = invitations.code(owner, Role.MEMBER, 1);

        assertThat(post(buyer, api + path, "key", "{}")).hasStatus(404);
        assertThat(get(buyer, api + "/pass")).hasStatus(404);
        assertThat(post(buyer, "/api/v1/invitations/nonsense" + path, "key", "{}"))
                .hasStatus(404);
        assertThat(post(buyer, "/api/v1/invitations/" + code + path, "key", "{}"))
                .hasStatus(201);
        assertThat(post(people.someone(), "/api/v1/invitations/" + code + path, "key", "{}"))
                .as("used up")
                .hasStatus(404);
        assertThat(get(buyer, api + "/pass")).hasStatusOk();
    }

    @Test
    void who_left_before_the_end_comes_back_for_nothing() {
        var uri = api + "/membership/return";
        assertCode(post(buyer, uri, null, null), 409, "join.payment-needed");
        some.buy(owner, buyer, month);
        assertThat(ask(HttpMethod.DELETE, buyer, api + "/membership", null, null))
                .hasStatus(204);
        assertThat(some.isMember(owner, buyer)).isFalse();

        assertThat(mvc.post().uri(uri)).hasStatus(401);
        for (var again = 0; again < 3; again++) {
            assertThat(post(buyer, uri, again < 2 ? "key" : null, null)).hasStatus(204);
        }
        assertCode(post(buyer, uri, "key", "{}"), 409, "request.key-reused");
        assertThat(some.isMember(owner, buyer)).isTrue();
    }

    @Test
    void time_renews_itself_by_the_kept_card_until_it_is_stopped() {
        var uri = api + "/pass";
        assertCode(get(buyer, uri), 404, "pass.none");
        payments.payWithCard(
                owner.circle(),
                Objects.requireNonNull(some.place(owner, buyer, month).checkout()),
                "a good card");

        assertThat(get(buyer, uri)).bodyJson().isLenientlyEqualTo("""
                {"state": "open", "source": "paid", "plan": {"number": %d}, "before": null, "follows": null,
                 "renewing": {"automatic": true, "amount": 2900, "currency": "CNY", "card": "Visa 4242"}}
                """.formatted(month.number()));
        for (var again = 0; again < 2; again++) {
            assertThat(ask(HttpMethod.DELETE, buyer, uri + "/automatic", null, null))
                    .hasStatus(204);
        }
        assertThat(automatic(uri)).isEqualTo(false);
        for (var again = 0; again < 2; again++) {
            assertThat(ask(HttpMethod.PUT, buyer, uri + "/automatic", null, null))
                    .hasStatus(204);
        }
        assertThat(automatic(uri)).isEqualTo(true);

        var stranger = people.someone();
        assertCode(ask(HttpMethod.PUT, stranger, uri + "/automatic", null, null), 404, "pass.none");
        assertCode(ask(HttpMethod.DELETE, stranger, uri + "/automatic", null, null), 404, "pass.none");
        var only = "Bearer " + tokens.some(buyer, "read");
        assertThat(mvc.put().uri(uri + "/automatic").header("Authorization", only))
                .hasStatus(403);

        savedMeans.of(buyer.account()).forEach(card -> savedMeans.remove(buyer.account(), card.id()));
        assertThat(get(buyer, uri)).bodyJson().isLenientlyEqualTo("{\"renewing\": {\"card\": null}}");
        assertCode(ask(HttpMethod.PUT, buyer, uri + "/automatic", null, null), 409, "pass.not-automatic");
    }

    @Test
    void a_smaller_plan_follows_on_and_a_better_one_does_not() {
        var year = somePlans.better(owner, "yearly", 39900, 5);
        var best = somePlans.better(owner, "yearly", 99900, 6);
        some.buy(owner, buyer, year);
        var uri = api + "/pass/next";

        assertThat(get(buyer, api + "/pass"))
                .bodyText()
                .contains("\"smaller\":[{")
                .contains("{\"number\":" + month.number());
        for (var again = 0; again < 2; again++) {
            assertThat(choose(buyer, month.number())).hasStatus(204);
        }
        assertThat(get(buyer, api + "/pass")).bodyJson().isLenientlyEqualTo("""
                {"plan": {"number": %d}, "follows": {"number": %d}}
                """.formatted(
                        year.number(), month.number()));
        assertCode(choose(buyer, best.number()), 409, "plan.not-smaller");
        assertCode(choose(buyer, 999), 404, "plan.unknown");
        assertCode(choose(people.someone(), month.number()), 404, "pass.none");
        for (var again = 0; again < 2; again++) {
            assertThat(ask(HttpMethod.DELETE, buyer, uri, null, null)).hasStatus(204);
        }
        assertThat(get(buyer, api + "/pass")).bodyJson().isLenientlyEqualTo("{\"follows\": null}");
    }

    @Test
    void a_membership_tells_until_when_it_is_paid() {
        some.buy(owner, buyer, month);
        assertThat(get(buyer, api + "/membership"))
                .bodyJson()
                .extractingPath("$.readsUntil")
                .isNotNull();
        assertThat(get(owner.member().person(), api + "/membership"))
                .bodyJson()
                .isLenientlyEqualTo("{\"endsAt\": null, \"readsUntil\": null}");
    }
}
