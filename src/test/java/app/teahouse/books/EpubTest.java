package app.teahouse.books;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.circles.Circles;
import app.teahouse.content.SomePosts;
import app.teahouse.exits.Volume;
import app.teahouse.exits.Volume.Entry;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.takeaway.Parcel;
import app.teahouse.testing.TeahouseTest;
import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Books hold what they should, and the program that shops check e-books with finds no fault in them. */
@TeahouseTest
@Tag("once")
class EpubTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    Circles allCircles;

    @Autowired
    SomePosts posts;

    @Autowired
    MakeBook makeBook;

    @Autowired
    Db db;

    @TempDir
    Path folder;

    @Test
    void a_book_of_the_demo_in_both_languages_has_no_fault() throws IOException {
        for (var language : List.of("zh", "en")) {
            var owner = owner(language.equals("zh") ? "慢读茶座" : "Small guild", language);
            var entries = new ArrayList<Entry>();
            for (var text : demo(language)) {
                var number = posts.somePost(owner.member(), title(text), text);
                entries.add(new Entry(number, title(text), entries.size() < 2 ? "" : "第" + entries.size() / 5 + "部"));
            }
            assertThat(entries.size()).isGreaterThan(20);
            assertThat(faults(book(owner, entries))).isEmpty();
        }
    }

    @Test
    void hostile_texts_make_no_faulty_book() throws IOException {
        var owner = owner("<b>Tea</b> & \"quotes\" \u202Etfel\u202C 😀", "en");
        var entries = new ArrayList<Entry>();
        for (var text : Hostile.TEXTS) {
            var title = "]]> <i>" + entries.size() + "</i> & 茶";
            entries.add(
                    new Entry(posts.somePost(owner.member(), title, text), title, "§ <" + entries.size() / 7 + ">"));
        }
        var file = book(owner, entries);
        assertThat(faults(file)).isEmpty();
        var all = new StringBuilder();
        for (var entry : entries) {
            all.append(read(file, "EPUB/" + Sheet.name(entry.number())));
        }
        assertThat(all)
                .doesNotContain("<script", "=\"javascript:", "onerror=")
                .contains("This picture is at another site");
    }

    /** A checker that never complains would prove nothing. */
    @Test
    void the_checker_sees_a_fault() throws IOException {
        var file = folder.resolve("faulty.epub");
        var owner = owner("Tea", "en");
        var nameless = new Volume(UUID.randomUUID(), "/columns/1", "", "", null, List.of(new Entry(1, "A", "")), 0);
        try (var parcel = Parcel.open(file, Parcel.Mark.NOTHING)) {
            makeBook.make(owner.member(), nameless, Instant.EPOCH, parcel);
            parcel.finish();
        }
        assertThat(faults(file)).isNotEmpty();
    }

    @Test
    void it_opens_at_the_first_post_and_names_its_parts() throws IOException {
        var owner = owner("Tea", "en");
        var first = posts.somePost(
                owner.member(), "Leaves & water", "Go on with [cups](/c/" + SomeCircles.slug(owner) + "/p/2).");
        var second = posts.somePost(owner.member(), "Cups", "Small ones.");
        var file = book(owner, List.of(new Entry(first, "Leaves & water", ""), new Entry(second, "Cups", "Things")));

        try (var zip = new ZipFile(file.toFile())) {
            var mimetype = zip.stream().findFirst().orElseThrow();
            assertThat(mimetype.getName()).isEqualTo("mimetype");
            assertThat(mimetype.getMethod()).isZero();
        }
        assertThat(read(file, "EPUB/nav.xhtml"))
                .contains("<a href=\"p1.xhtml\">Leaves &amp; water</a>", "<span>Things</span>")
                .contains("<a epub:type=\"bodymatter\" href=\"p1.xhtml\">");
        assertThat(read(file, "EPUB/p1.xhtml")).contains("<a href=\"p2.xhtml\">cups</a>", "Owner");
        assertThat(read(file, "EPUB/package.opf"))
                .contains("properties=\"cover-image\"", "<dc:language>en</dc:language>", "<itemref idref=\"p1\"/>");
        assertThat(read(file, "EPUB/cover-image.svg"))
                .contains("A <book>".replace("<", "&lt;").replace(">", "&gt;"));
    }

    @Test
    void titles_are_broken_into_lines_that_fit() {
        assertThat(Cover.broken("慢慢读", 116)).containsExactly("慢慢读");
        assertThat(Cover.broken("一二三四五六七八九十甲乙丙丁", 116)).containsExactly("一二三四五六七八", "九十甲乙丙丁");
        assertThat(Cover.broken("The book of tea and water", 116)).containsExactly("The book of", "tea and water");
        assertThat(Cover.broken("字".repeat(200), 116))
                .hasSize(6)
                .last()
                .asString()
                .endsWith("…");
        assertThat(Cover.broken("", 116)).containsExactly("");
    }

    private Owner owner(String name, String language) {
        var owner = circles.someOwner();
        db.sql("update circles.circle set name = :name, language = :language where circle_id = :circle")
                .with("circle", owner.circle())
                .with("name", name)
                .with("language", language.equals("zh") ? "zh-CN" : "en")
                .run();
        allCircles.changed(owner.circle());
        return new Owner(circles.again(owner.member()));
    }

    private Path book(Owner owner, List<Entry> entries) throws IOException {
        var volume = new Volume(UUID.randomUUID(), "/columns/1", "A <book>", "It promises & keeps.", null, entries, 0);
        var file = folder.resolve(UUID.randomUUID() + ".epub");
        try (var parcel = Parcel.open(file, Parcel.Mark.NOTHING)) {
            makeBook.make(reader(owner), volume, Instant.parse("2026-03-01T10:00:00Z"), parcel);
            parcel.finish();
        }
        return file;
    }

    private Member reader(Owner owner) {
        return circles.someMember(owner);
    }

    private static List<String> faults(Path epub) {
        var report = new Faults();
        var check = new EpubCheck(epub.toFile(), report);
        check.setLocale(Locale.ENGLISH);
        check.doValidate();
        return report.faults;
    }

    /** What is wrong with a book, from warnings up. */
    private static final class Faults extends MasterReport {
        private final List<String> faults = new ArrayList<>();

        @Override
        public void message(Message message, EPUBLocation location, Object... facts) {
            if (message.getSeverity().compareTo(Severity.WARNING) >= 0) {
                faults.add(message.getSeverity() + " " + message.getID() + " " + location.getPath() + ":"
                        + location.getLine() + " " + message.getMessage(facts));
            }
        }

        @Override
        public void info(String resource, FeatureEnum feature, String value) {}

        @Override
        public int generate() {
            return 0;
        }

        @Override
        public void initialize() {}
    }

    private static String read(Path epub, String name) throws IOException {
        try (var zip = new ZipFile(epub.toFile());
                var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What people write in the demo: Markdown of all kinds. */
    private static List<String> demo(String language) throws IOException {
        var texts = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:demo/" + language + "/*/posts*.md")) {
            var parts = file.getContentAsString(StandardCharsets.UTF_8).split("(?m)^\\+\\+\\+\\s*$");
            for (var i = 2; i < parts.length; i += 2) {
                texts.add(parts[i].strip());
            }
        }
        return texts;
    }

    private static String title(String text) {
        var line = text.lines().findFirst().orElse("").replaceAll("[#*>]", "").strip();
        return line.substring(0, Math.min(60, line.length()));
    }
}
