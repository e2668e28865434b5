package app.teahouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Db;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The demo is made by the product's own operations, so it also shows that they work together. */
@TeahouseTest
@Tag("once")
class FillSiteTest {
    @Autowired
    FillSite fillSite;

    @Autowired
    SomeCircles circles;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    @Test
    void an_empty_site_becomes_one_that_lives() {
        fillSite.fill();

        assertThat(mvc.get().uri("/c/man-du-cha-zuo/about"))
                .hasStatusOk()
                .bodyText()
                .contains("慢读茶座", "周屿");
        assertThat(mvc.get().uri("/c/small-software-guild"))
                .hasStatusOk()
                .bodyText()
                .contains("Small Software Guild");
        assertThat(mvc.get().uri("/c/man-du-cha-zuo/about")).bodyText().contains("demo-ribbon");
        assertThat(mvc.get().uri("/")).bodyText().contains("demo-ribbon");
        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(circles.someOwner()) + "/about"))
                .as("a circle that somebody made")
                .bodyText()
                .doesNotContain("demo-ribbon");
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("email", "owner.zh@example.org")
                        .param("password", Cast.PASSWORD)
                        .with(SomePeople.elsewhere())
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus3xxRedirection();
        assertThat(db.sql("""
                        select count(*)
                          from circles.circle c
                          join kernel.event e on e.circle_id = c.circle_id
                         where c.slug in ('man-du-cha-zuo', 'small-software-guild')
                        """).one(Long.class))
                .as("events that nobody has heard")
                .isZero();
        assertThat(db.sql("""
                        select count(*)
                          from members.membership m
                          join circles.circle c on c.circle_id = m.circle_id
                         where c.slug = 'man-du-cha-zuo' and m.seen_at > now() - interval '7 days'
                        """).one(Long.class))
                .as("who was here lately, before anybody counts them")
                .isGreaterThan(10);
        assertThat(db.sql("""
                        select count(*)
                          from segments.turn t
                          join circles.circle c on c.circle_id = t.circle_id
                         where c.slug = 'man-du-cha-zuo' and t.swept_on is not null
                        """).one(Long.class)).as("counted before the end").isZero();
        assertThat(db.sql("""
                        select count(*)
                          from notify.notice n
                          join accounts.account a on a.account_id = n.account_id
                         where a.email = 'member.zh@example.org' and n.seen_at is null
                        """).one(Long.class)).as("what is new for the member").isPositive();
    }
}
