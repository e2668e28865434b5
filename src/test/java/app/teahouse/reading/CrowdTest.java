package app.teahouse.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Whoever knows who hides, and every number that was said, cannot say of a group of five that all of them read something or that none did. */
class CrowdTest {
    @Test
    void the_discreet_count_in_fives_and_never_all_of_them() {
        assertThat(new Crowd(9).count(3, 9)).isEqualTo(3);
        assertThat(new Crowd(10).count(3, 10)).isEqualTo(8);
        assertThat(new Crowd(10).count(3, 4)).isEqualTo(3);
        assertThat(new Crowd(30).count(0, 14)).isEqualTo(10);
        for (var discreet = 0; discreet < 40; discreet++) {
            for (var hidden = 0; hidden <= discreet; hidden++) {
                var said = new Crowd(discreet).count(0, hidden);
                var possible = new ArrayList<Integer>();
                for (var other = 0; other <= discreet; other++) {
                    if (new Crowd(discreet).count(0, other) == said) {
                        possible.add(other);
                    }
                }
                assertThat(possible.getFirst() == 0 || discreet - possible.getFirst() >= 5)
                        .isTrue();
                assertThat(possible.getLast() == discreet || discreet - possible.getLast() >= 5)
                        .isTrue();
                assertThat(possible.getLast() - possible.getFirst()).isGreaterThanOrEqualTo(Math.min(4, discreet));
            }
        }
    }
}
