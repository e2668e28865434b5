package app.teahouse.offline;

import app.teahouse.files.OpenFile;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.takeaway.Parcel;
import app.teahouse.web.Words;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of one circle while they are made: where each lies, and how a template says things in the circle's language. */
public final class Disk {
    /** Lines on a page of a list. */
    static final int LINES = 200;

    private static final int IN_A_FOLDER = 1000;

    private final Face face;
    private final Instant madeAt;
    private final Parcel parcel;
    private final Words words;
    private final OpenFile files;

    Disk(Face face, Instant madeAt, Parcel parcel, Words words, OpenFile files) {
        this.face = face;
        this.madeAt = madeAt;
        this.parcel = parcel;
        this.words = words;
        this.files = files;
    }

    CircleId circle() {
        return face.id();
    }

    public Face face() {
        return face;
    }

    public String lang() {
        return face.language().toLanguageTag();
    }

    public String t(String key) {
        return words.say(language(), key);
    }

    public String t(String key, Object... namesAndValues) {
        return words.say(language(), key, namesAndValues);
    }

    Locale language() {
        return Words.nearest(face.language());
    }

    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language())
                .format(LocalDate.ofInstant(at, face.zone()));
    }

    public String madeOn() {
        return day(madeAt);
    }

    String month(YearMonth month) {
        var pattern = language().getLanguage().equals("zh") ? "yyyy年M月" : "MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language()).format(month);
    }

    YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atZone(face.zone()));
    }

    /** A name, or what is said of people who are not known any more. */
    String author(@Nullable String name) {
        return name == null || name.isBlank() ? t("offline.former") : name;
    }

    /** Where a post lies, from the top: a thousand in each folder, since disks are slow with more. */
    public static String post(long number) {
        return "p/" + number / IN_A_FOLDER + "/" + number + ".html";
    }

    static String remarks(long number, int page) {
        return page == 1 ? post(number) : "p/" + number / IN_A_FOLDER + "/" + number + "-" + page + ".html";
    }

    /** A page of a list; the first has no number. */
    static String list(String name, int page) {
        return page == 1 ? name + ".html" : name + "-" + page + ".html";
    }

    /** The way from a page to the top. */
    static String root(String path) {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }

    void put(String path, JteModel page) throws IOException {
        var output = new Utf8ByteOutput();
        page.render(output);
        parcel.put(face.slug() + "/" + path, output.toByteArray());
    }

    void put(String path, String text) throws IOException {
        parcel.put(face.slug() + "/" + path, text);
    }

    /** Takes a file along for a post; answers where it lies, from the top. */
    Optional<String> take(String key, long number, int which) throws IOException {
        var known = files.known(face.id(), key);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        try (var content = files.open(known.get()).orElse(null)) {
            if (content == null) {
                return Optional.empty();
            }
            var path = "f/" + number / IN_A_FOLDER + "/" + number + "-" + which + "."
                    + known.get().ending();
            parcel.store(face.slug() + "/" + path, content);
            return Optional.of(path);
        }
    }
}
