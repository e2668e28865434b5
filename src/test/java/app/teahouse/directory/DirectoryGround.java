package app.teahouse.directory;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A circle with a directory, a potter who is listed, and a reader who is not. */
abstract class DirectoryGround {
    static final Said POTTER = new Said(
            List.of("陶艺", "Bookbinding"),
            List.of("falconry"),
            "CN-ZJ",
            "Hangzhou",
            "A kiln for rent",
            "找一位翻译",
            "wx-clayhand",
            "https://clayhand.example.org/");

    static final Map<Field, Audience> EACH_ITS_OWN = Map.of(
            Field.INTERESTS, Audience.LISTED,
            Field.PLACE, Audience.STAFF,
            Field.OFFERS, Audience.NOBODY,
            Field.CONTACT, Audience.LISTED);

    @Autowired
    Directory directory;

    @Autowired
    WriteEntry writeEntry;

    @Autowired
    LeaveDirectory leaveDirectory;

    @Autowired
    EntryRows rows;

    @Autowired
    Choice choice;

    @Autowired
    SomeCircles circles;

    @Autowired
    Db db;

    Owner owner;

    Member potter;

    Member reader;

    @BeforeEach
    void aCircleWithADirectory() {
        owner = circles.someOwner();
        choice.choose(circles.partner(owner), true);
        potter = circles.someMember(owner);
        reader = circles.someMember(owner);
        write(potter, true, POTTER, EACH_ITS_OWN);
    }

    void write(Member who, boolean listed, Said said, Map<Field, Audience> audiences) {
        writeEntry.write(circles.speaker(who, Surface.PROFILE), listed, said, audiences);
    }

    void list(Member who) {
        write(who, true, expert("tea"), Map.of());
    }

    static Said expert(String word) {
        return new Said(List.of(word), List.of(), "", "", "", "", "", "");
    }

    List<EntryView> ask(Member who, String words, String expertise, String interest, String region) {
        var now = circles.again(who);
        var listed = rows.of(now.circle(), now.account()).orElse(Entry.NONE).isListed();
        return directory
                .page(now, listed, Directory.Asked.of(words, expertise, interest, region, null), 10)
                .items();
    }

    boolean finds(Member who, String words) {
        return !ask(who, words, "", "", "").isEmpty();
    }

    boolean sees(Member who, Member other) {
        return ask(who, "", "", "", "").stream()
                .anyMatch(row -> row.card().account().equals(other.account()));
    }

    static Map<Field, Audience> all(Audience audience) {
        var all = new java.util.EnumMap<Field, Audience>(Field.class);
        for (var field : Field.values()) {
            all.put(field, audience);
        }
        return all;
    }

    Entry.State state(Member who) {
        return rows.of(owner.circle(), who.account()).orElseThrow().state();
    }
}
