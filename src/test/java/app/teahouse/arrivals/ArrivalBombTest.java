package app.teahouse.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.arrivals.BeginArrival.Wish;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that say they are small: no more of them is read than is allowed. */
@TeahouseTest
@Tag("once")
class ArrivalBombTest extends HostileGround {
    /** Sixty-five million letters in some kilobytes: read as far as a part may be large, whatever it says. */
    @Test
    void a_bomb_is_left_where_it_grows_too_large() throws IOException {
        refuses(
                "luggage.part-too-large",
                entries -> entries.put("data/content.post/000001.jsonl", " ".repeat(65_000_000)));
        refuses("luggage.part-too-large", entries -> entries.put("posts/1.md", "x".repeat(2_000_001)));
    }

    /** The size that an entry claims is only looked at to see whether there is room for it. */
    @ParameterizedTest
    @ValueSource(ints = {3, 0, 1_900_000_000})
    void sizes_that_lie_are_not_believed(int size) throws IOException {
        var left = some.left(null);
        var lying = changedSize(Files.readAllBytes(left.file()), "data/content.post/000001.jsonl", size);
        var person = left.owner().member().person();
        var circle = bringCircle.bring(person, "a.zip", new ByteArrayInputStream(lying));
        beginArrival.begin(person, circle, new Wish(SomeLeft.slug(), null, true));
        arrivals.work(person, circle);

        assertThat(sheet.one(person, circle).state()).isEqualTo("done");
        assertThat(some.count("content.post", circle)).isEqualTo(2);
    }

    /** Its length unpacked, in the list at the end of the archive. */
    private static byte[] changedSize(byte[] zip, String name, int size) {
        var changed = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        return changed.putInt(listed(zip, name) + 24, size).array();
    }
}
