package app.teahouse;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Gate;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class SmokeTest {
    @Autowired
    Gate gate;

    @Autowired
    SomeCircles circles;

    @Test
    void somebody_founds_a_circle_and_somebody_joins() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);

        assertThat(owner.member().standing().number()).isEqualTo(1);
        assertThat(member.standing().number()).isEqualTo(2);
    }
}
