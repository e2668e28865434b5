package app.teahouse.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Surface;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours in which a circle rests, by the clock on its wall. */
class HushTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Over midnight.
                "23:00, 07:00, Asia/Shanghai, 2026-11-23T14:59:59Z, -",
                "23:00, 07:00, Asia/Shanghai, 2026-11-23T15:00:00Z, 2026-11-23T23:00:00Z",
                "23:00, 07:00, Asia/Shanghai, 2026-11-23T22:59:59Z, 2026-11-23T23:00:00Z",
                "23:00, 07:00, Asia/Shanghai, 2026-11-23T23:00:00Z, -",
                // Within a day.
                "12:00, 13:30, Europe/Berlin, 2026-11-23T11:00:00Z, 2026-11-23T12:30:00Z",
                "12:00, 13:30, Europe/Berlin, 2026-11-23T12:30:00Z, -",
                // Clocks go forward at 02:00 on the 28th of March: 02:30 does not exist, and the rest ends when it
                // would be over.
                "23:00, 02:30, Europe/Berlin, 2027-03-27T23:00:00Z, 2027-03-28T01:30:00Z",
                // Clocks go back at 03:00 on the 25th of October: the second 02:30 ends it.
                "23:00, 02:30, Europe/Berlin, 2026-10-24T23:00:00Z, 2026-10-25T01:30:00Z",
                // To the last minute of the day, and from the first.
                "00:00, 23:59, Europe/Berlin, 2026-11-22T23:00:00Z, 2026-11-23T22:59:00Z",
                "00:00, 23:59, Europe/Berlin, 2026-11-23T22:59:00Z, -"
            })
    void it_rests_from_the_first_minute_up_to_the_second(
            LocalTime from, LocalTime to, String zone, Instant now, @Nullable Instant end) {
        var hush = new Hush(Hush.Kind.DAILY, List.of(Surface.POST), Set.of(), null, new Hush.Hours(from, to), "");

        assertThat(hush.around(now, ZoneId.of(zone)).map(Hush.Rest::until).orElse(null))
                .isEqualTo(end);
    }
}
