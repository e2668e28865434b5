package app.teahouse.web;

import app.teahouse.kernel.Settings;
import app.teahouse.kernel.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a template needs beside its own facts: the reader's language and zone, the site, the circle, and the way to say things. */
public final class Frame {
    private final Words words;
    private final Assets assets;
    private final Settings settings;
    private final SiteFace site;
    private final MadeUp madeUp;
    private final Asked asked;
    private final Supplier<@Nullable CircleFrame> circle;
    private final Instant now;
    private @Nullable CircleFrame found;

    /**
     * What was read off the request.
     *
     * @param theme {@code light}, {@code dark}, or null for what the device says
     * @param fragment whether htmx asked for a part of the page
     * @param waits how much waits for the reader behind entries of the menu, by their words
     * @param flash the message key of what just happened, and perhaps what undoes it, or null
     */
    record Asked(
            String path,
            Locale locale,
            ZoneId zone,
            @Nullable String theme,
            boolean fragment,
            @Nullable SignIn signIn,
            int unread,
            Map<String, Long> waits,
            @Nullable String flash,
            Supplier<String> csrfToken,
            Supplier<String> stamp) {}

    Frame(
            Words words,
            Assets assets,
            Settings settings,
            SiteFace site,
            MadeUp madeUp,
            Asked asked,
            Supplier<@Nullable CircleFrame> circle,
            Instant now) {
        this.words = words;
        this.assets = assets;
        this.settings = settings;
        this.site = site;
        this.madeUp = madeUp;
        this.asked = asked;
        this.circle = circle;
        this.now = now;
    }

    public String t(String key) {
        return words.say(asked.locale(), key);
    }

    /** A sentence with facts: names and values in turn. */
    public String t(String key, Object... namesAndValues) {
        return words.say(asked.locale(), key, namesAndValues);
    }

    public String t(String key, Map<String, Object> facts) {
        return words.say(asked.locale(), key, facts);
    }

    Words words() {
        return words;
    }

    /** The words for several names, such as surfaces, in one line: {@code names} are the ends of their keys with commas between. */
    public String all(String beginning, String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> t(beginning + name))
                .collect(Collectors.joining(isChinese() ? "、" : ", "));
    }

    public Locale locale() {
        return asked.locale();
    }

    /** For {@code <html lang>}. */
    public String lang() {
        return isChinese() ? "zh-CN" : "en";
    }

    public boolean isChinese() {
        return asked.locale().getLanguage().equals("zh");
    }

    public ZoneId zone() {
        return asked.zone();
    }

    public @Nullable String theme() {
        return asked.theme();
    }

    public boolean fragment() {
        return asked.fragment();
    }

    public @Nullable SignIn signIn() {
        return asked.signIn();
    }

    public boolean isSignedIn() {
        return asked.signIn() != null;
    }

    /** How many notifications nobody has seen yet. */
    public int unread() {
        return asked.unread();
    }

    /** How much waits for the reader behind an entry of the menu. */
    public long waits(String key) {
        return asked.waits().getOrDefault(key, 0L);
    }

    /** Made once; templates ask for it with every card. */
    public @Nullable CircleFrame circle() {
        if (found == null) {
            found = circle.get();
        }
        return found;
    }

    /** The message key of what just happened, or null. */
    public @Nullable String flash() {
        var flash = asked.flash();
        return flash == null ? null : flash.split("\\|", 2)[0];
    }

    /** Where to post to undo it, or null. */
    public @Nullable String flashUndo() {
        var flash = asked.flash();
        return flash == null || flash.indexOf('|') < 0 ? null : flash.split("\\|", 2)[1];
    }

    public SiteFace site() {
        return site;
    }

    public String siteName() {
        return site.name();
    }

    /** Whether what this page shows is made up; outside of circles, whether anything on the site is. */
    public boolean demo() {
        var here = circle();
        return here == null ? madeUp.anything() : madeUp.is(here.face().id());
    }

    public String path() {
        return asked.path();
    }

    /** The whole address of a path, for links that leave the browser. */
    public String absolute(String path) {
        return settings.base() + path;
    }

    public String asset(String name) {
        return assets.at(name);
    }

    public String csrfName() {
        return "_csrf";
    }

    public String csrfToken() {
        return asked.csrfToken().get();
    }

    /** When this page was opened, signed; for forms that machines like to send. */
    public String stamp() {
        return asked.stamp().get();
    }

    public Instant now() {
        return now;
    }

    /** How long ago, in words; a date where that is more than a week. */
    public String when(Instant at) {
        var ago = Duration.between(at, now);
        if (ago.isNegative()) {
            return moment(at);
        }
        if (ago.toMinutes() < 1) {
            return t("web.when.now");
        }
        if (ago.toHours() < 1) {
            return t("web.when.minutes", "count", ago.toMinutes());
        }
        if (ago.toDays() < 1) {
            return t("web.when.hours", "count", ago.toHours());
        }
        if (ago.toDays() < 7) {
            return t("web.when.days", "count", ago.toDays());
        }
        return day(at);
    }

    /** The day in the reader's zone; without the year where it is this one. */
    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, asked.zone()));
    }

    /** The day by the circle's clock, which is the same for readers everywhere. */
    public String dayThere(Instant at) {
        var circle = circle();
        return circle == null
                ? day(at)
                : day(LocalDate.ofInstant(at, circle.face().zone()));
    }

    /** A day that is one in every zone, such as a birthday; without the year where it is this one. */
    public String day(LocalDate date) {
        var thisYear = date.getYear() == LocalDate.ofInstant(now, asked.zone()).getYear();
        var dates = isChinese() ? Dates.CHINESE : Dates.ENGLISH;
        return thisYear ? dates.day.format(date) : date(date);
    }

    /** A day that is the same for everybody, with its year. */
    public String date(LocalDate day) {
        return Words.date(locale(), day);
    }

    /** Date and time in the reader's zone. */
    public String moment(Instant at) {
        var dates = isChinese() ? Dates.CHINESE : Dates.ENGLISH;
        return dates.moment.format(at.atZone(asked.zone()));
    }

    /** Until when something holds: an end at midnight is that of the day before, which is what whoever set it has chosen. */
    public String until(Instant end) {
        var there = end.atZone(asked.zone());
        return there.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? t("web.until.day", "day", date(there.toLocalDate().minusDays(1)))
                : moment(end);
    }

    /** What people call the circle's clock: the place it goes by. */
    public String clock() {
        var circle = circle();
        return Zones.place(this, circle == null ? asked.zone() : circle.face().zone());
    }

    /** How a language writes dates: parsed once, as a list has dozens of them. */
    private enum Dates {
        ENGLISH(Words.ENGLISH, "d MMM", "d MMM yyyy, HH:mm"),
        CHINESE(Words.CHINESE, "M月d日", "yyyy年M月d日 HH:mm");

        private final DateTimeFormatter day;
        private final DateTimeFormatter moment;

        Dates(Locale locale, String day, String moment) {
            this.day = DateTimeFormatter.ofPattern(day, locale);
            this.moment = DateTimeFormatter.ofPattern(moment, locale);
        }
    }
}
