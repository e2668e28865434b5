package app.teahouse.occasions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.PassEnding;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.web.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reminder speaks to who took much part otherwise than to who took little. */
@TeahouseTest
@Tag("once")
class EndingWordsTest {
    @Autowired
    EndingWords endingWords;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    Db db;

    @Autowired
    Words words;

    @Autowired
    Clock clock;

    @Test
    void much_part_hears_of_it_some_of_gems_little_is_not_pressed() {
        var owner = circles.someOwner();
        var much = circles.someMember(owner);
        var some = circles.someMember(owner);
        var little = circles.someMember(owner);
        fact(owner, much, 0b1111_1111_1111, 5);
        fact(owner, some, 1, 0);
        fact(owner, little, 0, 0);

        assertThat(key(owner, some, 7)).isEqualTo("occasions.letter.ending");
        var gem = posts.somePost(owner.member(), "A gem of ours", "Words.");
        db.sql("""
                update content.post
                   set highlighted_at = :now, highlighted_by = :by
                 where circle_id = :circle and number = :number
                """)
                .with("circle", owner.circle())
                .with("number", gem)
                .with("by", owner.account())
                .with("now", clock.instant())
                .run();
        assertThat(key(owner, much, 7)).isEqualTo("occasions.letter.ending.high");
        assertThat(key(owner, some, 7)).isEqualTo("occasions.letter.ending.middle");
        assertThat(key(owner, little, 7)).isEqualTo("occasions.letter.ending");
        // Who may read no more is not told of what they would read.
        assertThat(key(owner, some, -3)).isEqualTo("occasions.letter.ending");

        var worded = endingWords.word(
                event(owner, some.account(), 7), "k", Map.of("circle", "Tea", "last", "1 May"), clock.instant());
        for (var locale : List.of(Words.ENGLISH, Words.CHINESE)) {
            assertThat(words.say(locale, "occasions.letter.ending.middle.text", worded.facts()))
                    .contains("• A gem of ours");
        }
    }

    private String key(Owner owner, Member whose, long daysLeft) {
        return endingWords
                .word(event(owner, whose.account(), daysLeft), "occasions.letter.ending", Map.of(), clock.instant())
                .key();
    }

    private PassEnding event(Owner owner, AccountId account, long daysLeft) {
        return new PassEnding(owner.circle(), account, "Year", LocalDate.of(2027, 1, 1), daysLeft, false, false);
    }

    private void fact(Owner owner, Member whose, int bits, int written) {
        db.sql("update members.membership set seen_at = :seen where circle_id = :circle and account_id = :account")
                .with("circle", owner.circle())
                .with("account", whose.account())
                .with("seen", clock.instant().minus(Duration.ofDays(bits == 0 ? 40 : 0)))
                .run();
        // Who joins is looked at once they did: what this test says of them has the last word.
        await().untilAsserted(() -> assertThat(written(owner, whose)).isPresent());
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        db.sql("""
                update segments.fact
                   set seen_day = :day, seen_bits = :bits, written = :written
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", owner.circle())
                .with("account", whose.account())
                .with("day", bits == 0 ? today.minusDays(40) : today)
                .with("bits", bits)
                .with("written", written)
                .run();
    }

    private Optional<Integer> written(Owner owner, Member whose) {
        return db.sql("select written from segments.fact where circle_id = :circle and account_id = :account")
                .with("circle", owner.circle())
                .with("account", whose.account())
                .maybe((row, n) -> row.getInt(1));
    }
}
