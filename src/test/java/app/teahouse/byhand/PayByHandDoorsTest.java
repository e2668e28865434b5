package app.teahouse.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Visitor;
import app.teahouse.payments.SomeCheckouts;
import app.teahouse.testing.TeahouseTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Who says and sees what about money that people see arrive: pages and programs. */
@TeahouseTest
class PayByHandDoorsTest extends ByHandGround {
    @Test
    void nobody_else_pays_says_confirms_or_sees() {
        var stranger = people.someone();
        var other = circles.partner(circles.someOwner());
        var operator = gate.operator(new Visitor(people.someOperator()));

        assertThatThrownBy(() -> sayPaid.say(stranger, partner.circle(), attempt.value(), "", null))
                .hasMessage("checkout.unknown");
        assertThatThrownBy(() -> confirm.arrived(other, attempt.value(), SomeCheckouts.PRICE, "x"))
                .hasMessage("checkout.unknown");
        assertThatThrownBy(() -> confirm.arrived(operator, partner.circle(), attempt.value(), SomeCheckouts.PRICE, "x"))
                .as("the circle receives this money, so the operator can't say that it came")
                .hasMessage("checkout.unknown");
        for (var path : List.of("/pay/by-hand/" + attempt.value(), "/pay/" + Ids.text(checkout.id()))) {
            assertThat(mvc.get().uri(path).cookie(people.cookie(stranger))).hasStatus(404);
            assertThat(mvc.get().uri(path).cookie(people.cookie(partner.member().person())))
                    .hasStatus(404);
            assertThat(mvc.get().uri(path).cookie(people.cookie(payer))).hasStatusOk();
        }
    }

    @Test
    void the_paying_page_leads_on_and_in_wechat_on_an_iphone_there_is_none() {
        var cookie = people.cookie(payer);
        var pay = "/pay/" + Ids.text(checkout.id());
        assertThat(mvc.get().uri(pay).cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("A year of tea", "99.00", checkout.number(), "Bank");
        assertThat(mvc.get()
                        .uri(pay)
                        .header("User-Agent", "Mozilla/5.0 (iPhone) Mobile MicroMessenger/8.0")
                        .cookie(cookie))
                .hasStatus(404)
                .bodyText()
                .doesNotContain("99.00", "A year of tea");
        assertThat(mvc.post().uri(pay + "/state").cookie(cookie).with(csrf())).hasStatus(303);
        assertThat(mvc.post().uri(pay + "/cancellation").cookie(cookie).with(csrf()))
                .hasStatus(303);
        assertThat(mvc.get().uri(pay).cookie(cookie)).bodyText().contains("Cancelled");
    }

    @Test
    void a_program_says_that_it_was_paid_for_its_payer_alone() throws Exception {
        var uri = "/api/v1/me/payments/by-hand/" + attempt.value();
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        var wish = "{\"reference\": \"Lin, 4711\", \"picture\": \""
                + Base64.getEncoder().encodeToString(picture.toByteArray()) + "\"}";

        assertThat(mvc.get().uri(uri).header("Authorization", token(payer)))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"open\": true, \"amount\": 9900, \"way\": \"Bank\", \"instructions\": \"Account 42\", \"said\": null}");
        assertThat(mvc.get().uri(uri + "/code").header("Authorization", token(payer)))
                .as("this way has none")
                .hasStatus(404);
        for (var other : List.of(people.someone(), partner.member().person())) {
            assertThat(mvc.get().uri(uri).header("Authorization", token(other))).hasStatus(404);
            assertThat(claim(uri, other, wish)).hasStatus(404);
        }
        assertThat(mvc.put().uri(uri + "/claim").contentType("application/json").content(wish))
                .hasStatus(401);
        assertThat(claim(uri, payer, "{\"picture\": \"no picture\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("file.unreadable");
        assertThat(hands.of(partner).arrivals()).allMatch(one -> one.saidAt() == null);

        for (var again = 0; again < 2; again++) {
            assertThat(claim(uri, payer, wish))
                    .bodyJson()
                    .extractingPath("$.said")
                    .isEqualTo("waiting");
        }
        assertThat(hands.of(partner).arrivals()).singleElement().satisfies(one -> {
            assertThat(one.reference()).isEqualTo("Lin, 4711");
            assertThat(one.picture()).isTrue();
        });
        assertThat(claim(uri, payer, "{\"reference\": \"4712\"}")).hasStatusOk();
        assertThat(hands.of(partner).arrivals())
                .singleElement()
                .satisfies(one -> assertThat(one.reference()).isEqualTo("4712"));

        confirm.arrived(partner, attempt.value(), SomeCheckouts.PRICE, "statement");
        assertThat(claim(uri, payer, wish)).hasStatus(409).bodyText().contains("byhand.decided");
        assertThat(mvc.get().uri(uri).header("Authorization", token(payer)))
                .bodyJson()
                .isLenientlyEqualTo("{\"open\": false, \"said\": \"arrived\"}");
    }
}
