package app.teahouse.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Role;
import app.teahouse.testing.TeahouseTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An operator who is in a circle does not decide about it, or says so where nobody else can. */
@TeahouseTest
class InvolvedOperatorTest extends VerdictGround {
    /** The only operator of the site, for a moment that never was. */
    private void alone(ThrowingRunnable action) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "update accounts.account set operator = false where operator and account_id <> ?",
                    desk.account().value());
            try {
                action.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            status.setRollbackOnly();
        });
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    private long judgedAlone() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from log.entry where circle_id = ? and kind = 'judged_alone'",
                Long.class,
                owner.circle().value()));
    }

    @Test
    void who_lets_money_go_or_a_circle_into_discover_is_not_in_it_or_says_so() throws Exception {
        var payout = payout();
        circles.join(owner, desk, Role.MEMBER);
        makeVerdict.make(
                new Operator(people.someOperator()),
                owner.circle(),
                new MakeVerdict.Wish(Verdict.Kind.CLOSED, "Fakes", 30, false, null, false));
        var release = "/site/money/payouts/" + owner.circle().value() + "/" + payout + "/release";
        var listing = "/site/circles/" + owner.circle().value() + "/listing";
        alone(() -> {
            assertThat(page("/site/money/payouts", desk))
                    .contains("id=\"alone-" + Ids.text(new VerdictId(payout)), "nobody else can decide");
            assertThat(desk(release)).isEqualTo(422);
            assertThat(desk(listing)).isEqualTo(422);
        });
        alone(() -> {
            assertThat(desk(release, "alone", "true")).isEqualTo(303);
            assertThat(judgedAlone()).isEqualTo(1);
            assertThat(desk(listing, "alone", "true")).isEqualTo(303);
            assertThat(judgedAlone()).isEqualTo(2);
        });
        assertThat(desk(release)).isEqualTo(409);
        assertThat(desk(listing)).isEqualTo(409);
        assertThat(page("/site/money/payouts", desk))
                .contains("Another operator decides")
                .doesNotContain(Ids.text(new VerdictId(payout)) + "/release");
    }

    @Test
    void nobody_decides_about_a_circle_they_are_in_but_who_is_alone_and_says_so() throws Exception {
        circles.join(owner, desk, Role.MEMBER);
        assertThatThrownBy(() -> make(Verdict.Kind.WARNED, null)).hasMessage("verdict.own-circle");
        var url = "/site/circles/" + owner.circle().value() + "/verdicts";
        assertThat(page(url, desk)).contains("Another operator decides").doesNotContain("name=\"reason\"");

        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "update accounts.account set operator = false where operator and account_id <> ?",
                    desk.account().value());
            assertThatThrownBy(() -> make(Verdict.Kind.WARNED, null)).hasMessage("verdict.alone");
            makeVerdict.make(
                    operator,
                    owner.circle(),
                    new MakeVerdict.Wish(Verdict.Kind.WARNED, "Mine, too", null, false, null, true));
            assertThat(jdbc.queryForList(
                            "select kind from log.entry where circle_id = ?",
                            String.class,
                            owner.circle().value()))
                    .contains("judged_alone", "warned");
            status.setRollbackOnly();
        });
    }
}
