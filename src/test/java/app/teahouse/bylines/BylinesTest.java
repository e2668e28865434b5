package app.teahouse.bylines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Pulse;
import app.teahouse.content.AssignByline;
import app.teahouse.content.KeepImported;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@TeahouseTest
class BylinesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    KeepImported imported;

    @Autowired
    AssignByline assignByline;

    @Autowired
    BylineSheet sheet;

    @Autowired
    Pulse pulse;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    @Autowired
    Clock clock;

    private Owner owner;
    private Staff staff;
    private Member member;

    @BeforeEach
    void a_circle_with_articles() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        member = circles.someMember(owner);
        article("Lu Yu");
        article("Lu Yu");
        article("Somebody else");
    }

    @Test
    void posts_under_a_byline_become_a_members_and_nobody_is_told() {
        assignByline.assign(staff, "Lu Yu", number(member));

        assertThat(authors("Lu Yu")).containsOnly(member.account().value().toString());
        assertThat(authors("Somebody else")).containsOnly("-");
        assertThat(sheet.one(staff, "Lu Yu")).satisfies(one -> {
            assertThat(one.posts()).isEqualTo(2);
            assertThat(Objects.requireNonNull(one.member()).account()).isEqualTo(member.account());
        });
        assertThat(db.sql("select 1 from notify.notice where account_id = :account")
                        .with("account", member.account())
                        .exists())
                .isFalse();
        assertThat(circles.again(member).standing().unread()).isZero();
        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(owner) + "/p/1").cookie(people.cookie(member.person())))
                .hasStatusOk()
                .bodyText()
                .contains("/c/" + SomeCircles.slug(owner) + "/m/" + number(member), "/p/1/edit");
    }

    @Test
    void what_was_assigned_can_be_taken_back() {
        assignByline.assign(staff, "Lu Yu", number(member));
        assignByline.assign(staff, "Lu Yu", null);

        assertThat(authors("Lu Yu")).containsOnly("-").hasSize(2);
    }

    @Test
    void what_comes_in_later_under_the_byline_is_the_members_too() {
        assignByline.assign(staff, "Lu Yu", number(member));
        article("Lu Yu");

        assertThat(authors("Lu Yu"))
                .containsOnly(member.account().value().toString())
                .hasSize(3);
    }

    @Test
    void of_two_who_assign_at_once_one_has_all_the_posts() throws Exception {
        var other = circles.someMember(owner);
        for (var i = 0; i < 30; i++) {
            article("Lu Yu");
        }

        AtOnce.run(
                List.of(() -> assign(number(member)), () -> assign(number(other)), () -> assign(number(member)), () -> {
                    article("Lu Yu");
                    return true;
                }));

        assertThat(authors("Lu Yu")).hasSize(33).doesNotContain("-");
        assertThat(authors("Lu Yu").stream().distinct()).hasSize(1);
    }

    private boolean assign(long number) {
        assignByline.assign(staff, "Lu Yu", number);
        return true;
    }

    @Test
    void nobody_makes_an_author_of_those_above_them() {
        var admin = circles.someAdmin(owner);

        assertThatThrownBy(() -> assignByline.assign(admin, "Lu Yu", number(owner.member())))
                .hasMessage("byline.above-you");
        assertThat(sheet.search(admin, "Owner")).isEmpty();
        assignByline.assign(admin, "Lu Yu", number(admin.member()));
        assignByline.assign(staff, "Lu Yu", number(owner.member()));
        assertThatThrownBy(() -> assignByline.assign(admin, "Lu Yu", null)).hasMessage("byline.above-you");
    }

    @Test
    void what_is_not_there_is_refused() {
        assertThatThrownBy(() -> assignByline.assign(staff, "Nobody", 1L)).hasMessage("byline.unknown");
        assertThatThrownBy(() -> assignByline.assign(staff, "Lu Yu", 999L)).hasMessage("byline.no-member");
    }

    private static long number(Member member) {
        return member.standing().number();
    }

    private void article(String byline) {
        transaction.executeWithoutResult(_ -> imported.keep(
                staff.member().face(),
                new KeepImported.Article(
                        "md:" + Ids.next(),
                        pulse.nextQuiet(staff.circle(), 1),
                        "An article",
                        "Tea.",
                        clock.instant(),
                        staff.account(),
                        byline,
                        List.of())));
    }

    /** The author of each post under the by-line; a dash for nobody. */
    private List<String> authors(String byline) {
        return db.sql("""
                select coalesce(author_id::text, '-')
                  from content.post
                 where circle_id = :circle and byline = :byline
                """).with("circle", staff.circle()).with("byline", byline).all((row, n) -> row.getString(1));
    }
}
