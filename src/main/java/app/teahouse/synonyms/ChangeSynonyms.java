package app.teahouse.synonyms;

import app.teahouse.circles.CircleChanged;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff say which words mean the same, or that they do not any more. It stands in the circle's log. */
@Component
class ChangeSynonyms {
    static final int LONGEST = 400;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 12;
    private static final Pattern BETWEEN = Pattern.compile("[,，、;；=＝\n]+");

    private final Db db;
    private final Clock clock;
    private final Events events;
    private final Synonyms synonyms;

    ChangeSynonyms(Db db, Clock clock, Events events, Synonyms synonyms) {
        this.db = db;
        this.clock = clock;
        this.events = events;
        this.synonyms = synonyms;
    }

    /** @param typed the words, with commas between them */
    @Transactional
    LineId add(Staff staff, @Nullable String typed) {
        new Faults().text("words", typed, LONGEST).refuse();
        var words = words(typed == null ? "" : typed);
        new Faults()
                .require(words.size() >= 2, "words", "synonyms.two")
                .require(words.size() <= MOST_WORDS, "words", "synonyms.too-many")
                .require(words.stream().allMatch(word -> word.length() <= LONGEST_WORD), "words", "synonyms.too-long")
                .refuse();
        // Holds the circle, so that two at once do not both add the last line there is room for.
        db.sql("select 1 from circles.circle where circle_id = :circle for no key update")
                .with("circle", staff.circle())
                .exists();
        var lines = synonyms.all(staff.circle());
        if (lines.stream().anyMatch(line -> line.words().equals(words))) {
            return lines.stream()
                    .filter(line -> line.words().equals(words))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
        if (lines.size() >= Synonyms.MOST_LINES) {
            throw Refusal.conflict("synonyms.full").with("most", Synonyms.MOST_LINES);
        }
        var id = new LineId(Ids.next());
        db.sql("""
                insert into synonyms.line (circle_id, line_id, words, made_by, made_at)
                values (:circle, :id, :words, :by, :now)
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .withTexts("words", words)
                .with("by", staff.account())
                .with("now", clock.instant())
                .run();
        tell(staff, words);
        return id;
    }

    /** Those that differ, as they were typed. */
    private static List<String> words(String typed) {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(BETWEEN.split(typed))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.putIfAbsent(Folding.folded(word), word));
        return List.copyOf(words.values());
    }

    @Transactional
    void remove(Staff staff, LineId id) {
        var removed = db.sql("delete from synonyms.line where circle_id = :circle and line_id = :id returning words")
                .with("circle", staff.circle())
                .with("id", id)
                .all((row, n) -> Db.texts(row, 1));
        removed.forEach(words -> tell(staff, words));
    }

    private void tell(Staff staff, List<String> words) {
        CircleId circle = staff.circle();
        synonyms.changed(circle);
        events.publish(new CircleChanged(
                circle, CircleChanged.Kind.SYNONYMS, staff.account(), String.join(" = ", words), "", clock.instant()));
    }
}
