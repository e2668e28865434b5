package app.teahouse.passes;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.plans.Calendar.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemindersTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void a_year_is_told_on_every_rung_once() {
        assertThat(rungs(new Span(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 12, 1), 1), false))
                .containsExactly(30L, 14L, 7L, 3L, 1L, 0L, -3L, -15L);
    }

    @Test
    void a_month_is_not_told_of_its_end_on_its_first_day() {
        assertThat(rungs(new Span(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 1), 1), false))
                .containsExactly(14L, 7L, 3L, 1L, 0L, -3L, -15L);
    }

    @Test
    void a_trial_ends_quietly_and_what_is_for_good_never() {
        assertThat(rungs(new Span(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 8), 1), true))
                .containsExactly(3L, 1L, 0L);
        assertThat(rungs(new Span(LocalDate.of(2026, 12, 1), null, 1), false)).isEmpty();
    }

    /** Days before the last day, in the order of time. */
    private static List<Long> rungs(Span span, boolean trial) {
        var rungs = new ArrayList<Long>();
        var now = span.first().atStartOfDay(SHANGHAI).toInstant();
        var next = Ladder.next(span, trial, SHANGHAI, now);
        while (next.isPresent()) {
            var at = next.get();
            assertThat(at.atZone(SHANGHAI).getHour()).isEqualTo(10);
            var day = LocalDate.ofInstant(at, SHANGHAI);
            rungs.add(ChronoUnit.DAYS.between(day, span.last()));
            next = Ladder.next(span, trial, SHANGHAI, at);
            assertThat(at).isBefore(next.orElse(Instant.MAX));
        }
        return rungs;
    }
}
