package app.teahouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void a_fact_is_known_beside_the_field_too() {
        var refusal = Refusal.invalid("word", "word.short").with("least", 8).with("most", 200);

        assertThat(refusal.facts()).isEqualTo(Map.of("least", 8, "most", 200));
        assertThat(refusal.faults())
                .isEqualTo(List.of(new Refusal.Fault("word", "word.short", Map.of("least", 8, "most", 200))));
    }
}
