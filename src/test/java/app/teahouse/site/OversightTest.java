package app.teahouse.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.SomeCircles;
import app.teahouse.site.AccountList.AccountView;
import app.teahouse.site.Deeds.DeedView;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an operator sees of accounts and circles, and does to them. */
@TeahouseTest
class OversightTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    AccountList accounts;

    @Autowired
    CircleList circleList;

    @Autowired
    OverseeAccount overseeAccount;

    @Autowired
    Deeds deeds;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/site",
                "/site/settings",
                "/site/accounts",
                "/site/accounts?q=tea",
                "/site/circles",
                "/site/circles?waiting=true",
                "/site/jobs",
                "/site/log"
            })
    void an_operator_opens_the_desk_and_for_all_others_it_does_not_exist(String path) {
        assertThat(mvc.get().uri(path).cookie(people.cookie(people.someOperator())))
                .hasStatusOk();
        assertThat(mvc.get().uri(path).cookie(people.cookie(people.someone()))).hasStatus(404);
        assertThat(mvc.get().uri(path)).hasStatus(404);
    }

    @Test
    void a_blocked_account_is_signed_out_and_may_come_back() {
        var person = people.someone();
        var cookie = people.cookie(person);
        var operator = people.cookie(people.someOperator());
        var address = "/site/accounts/" + person.account().value() + "/block";

        assertThat(mvc.post().uri(address).cookie(operator).with(csrf())).hasStatus(422);
        assertThat(mvc.post().uri(address).cookie(operator).with(csrf()).param("reason", "Spam"))
                .hasStatus(303);

        assertThat(mvc.get().uri("/look").cookie(cookie)).bodyText().contains("class=\"visitor");
        assertThat(mvc.post().uri(address + "/end").cookie(operator).with(csrf()))
                .hasStatus(303);
        assertThat(mvc.get().uri("/look").cookie(people.cookie(person)))
                .bodyText()
                .doesNotContain("class=\"visitor");
        assertThat(deeds.page(operator(), null).items())
                .filteredOn(deed -> person.account().value().equals(deed.aboutId()))
                .extracting(DeedView::kind, DeedView::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("unblock", ""),
                        org.assertj.core.groups.Tuple.tuple("block", "Spam"));
    }

    @Test
    void an_operator_cannot_be_blocked() {
        var other = people.someOperator();

        assertThatThrownBy(() -> overseeAccount.block(operator(), other.account(), "Quarrel"))
                .isInstanceOf(Refusal.class)
                .hasMessage("account.not-blockable");
    }

    @Test
    void accounts_are_found_by_a_whole_address_or_a_part_of_a_name_and_paged_by_key() {
        var word = "Findable" + Ids.next().toString().substring(24);
        var made = IntStream.range(0, 60)
                .mapToObj(i -> people.someone(word + " " + i).account().value())
                .toList();

        var first = accounts.page(operator(), word.toLowerCase(java.util.Locale.ROOT), null);
        assertThat(first.items()).hasSize(Sifting.PAGE);
        var second = accounts.page(operator(), word, java.util.UUID.fromString(String.valueOf(first.next())));
        assertThat(ids(first.items())).containsExactlyElementsOf(made.reversed().subList(0, Sifting.PAGE));
        assertThat(ids(second.items()))
                .containsExactlyElementsOf(made.reversed().subList(Sifting.PAGE, 60));

        var mail = made.getFirst() + "@example.org";
        assertThat(ids(accounts.page(operator(), mail.toUpperCase(java.util.Locale.ROOT), null)
                        .items()))
                .containsExactly(made.getFirst());
    }

    @Test
    void a_circle_is_shown_with_its_owner_and_counts() {
        var owner = circles.someHiddenOwner();
        circles.someMember(owner);

        var found = circleList
                .page(operator(), SomeCircles.slug(owner), false, null)
                .items();

        assertThat(found).singleElement().satisfies(circle -> {
            assertThat(circle.owner()).isEqualTo(owner.member().person().name());
            assertThat(circle.members()).isEqualTo(2);
            assertThat(circle.visibility()).isEqualTo("hidden");
        });
    }

    @Test
    void an_operator_stays_on_the_part_of_the_list_they_look_at() {
        var owner = circles.someHiddenOwner();
        var slug = SomeCircles.slug(owner);
        var opening = "/site/circles/" + owner.circle().value() + "/opening";
        var operator = people.cookie(people.someOperator());

        assertThat(mvc.post().uri(opening).cookie(operator).with(csrf()).param("q", slug))
                .hasStatus(422)
                .bodyText()
                .containsOnlyOnce("<li class=\"align-items-start\"")
                .contains("name=\"q\" value=\"" + slug + "\"", opening);
        assertThat(mvc.post()
                        .uri("/site/circles/" + circles.someOwner().circle().value() + "/listing")
                        .cookie(operator)
                        .with(csrf())
                        .param("q", "tea & cake")
                        .param("waiting", "true")
                        .param("alone", "true"))
                .hasStatus(303)
                .hasHeader("Location", "/site/circles?waiting=true&q=tea+%26+cake");
        assertThat(mvc.post().uri(opening).cookie(operator).with(csrf()).param("before", "anywhere"))
                .hasStatus(404);
    }

    private static List<java.util.UUID> ids(List<AccountView> accounts) {
        return accounts.stream().map(AccountView::id).toList();
    }

    private Operator operator() {
        return new Operator(people.someOperator());
    }
}
