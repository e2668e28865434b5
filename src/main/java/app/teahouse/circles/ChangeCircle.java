package app.teahouse.circles;

import app.teahouse.files.Holder;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import app.teahouse.web.Look;
import app.teahouse.web.Zones;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a circle is called, what it promises and how it looks. */
@Component
public class ChangeCircle {
    /** Only pictures of this site: a reader's browser never loads anything from elsewhere. */
    private static final Pattern OWN_FILE = Pattern.compile("/(?:c|portraits)/[A-Za-z0-9_/-]{1,200}");

    private final Db db;
    private final Circles circles;
    private final Holdings holdings;

    ChangeCircle(Db db, Circles circles, Holdings holdings) {
        this.db = db;
        this.circles = circles;
        this.holdings = holdings;
    }

    /**
     * What is wished.
     *
     * @param cover the address of a picture of this site, or null for none
     * @param language {@code en} or {@code zh-CN}
     */
    public record CircleText(
            String name,
            @Nullable String promise,
            String colour,
            @Nullable String cover,
            String language,
            String zone) {}

    @Transactional
    public void change(Partner partner, CircleText wish) {
        check(wish);
        say(partner.circle(), wish);
        db.sql("""
                update circles.circle
                   set name = :name, promise = :promise, colour = :colour, cover = :cover, language = :language,
                       zone = :zone, version = version + 1
                 where circle_id = :circle
                """)
                .with("circle", partner.circle())
                .with("name", wish.name().strip())
                .with("promise", wish.promise() == null ? "" : wish.promise().strip())
                .with("colour", wish.colour())
                .with("cover", wish.cover())
                .with("language", wish.language())
                .with("zone", wish.zone())
                .run();
        holdings.set(
                partner.circle(),
                Holder.of("cover", partner.circle()),
                FaceText.ids(wish.cover() == null ? "" : wish.cover()));
        circles.changed(partner.circle());
    }

    private void say(CircleId circle, CircleText wish) {
        var was = db.sql("""
                select name, promise, colour, cover, language, zone
                  from circles.circle
                 where circle_id = :circle
                   for no key update
                """)
                .with("circle", circle)
                .one((row, n) -> new CircleText(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
        Differences.say("name", was.name(), wish.name().strip());
        Differences.say(
                "promise",
                was.promise(),
                wish.promise() == null ? "" : wish.promise().strip());
        Differences.say("colour", was.colour(), wish.colour());
        Differences.say("cover", was.cover(), wish.cover());
        Differences.say("language", was.language(), wish.language());
        Differences.say("zone", was.zone(), wish.zone());
    }

    private static void check(CircleText wish) {
        new Faults()
                .text("name", wish.name(), 60)
                .text("promise", wish.promise(), 160)
                .require(Look.COLOURS.contains(wish.colour()), "colour", "field.unknown-choice")
                .require(
                        wish.cover() == null || OWN_FILE.matcher(wish.cover()).matches(),
                        "cover",
                        "circle.not-our-file")
                .require(List.of("en", "zh-CN").contains(wish.language()), "language", "field.unknown-choice")
                .require(Zones.has(wish.zone()), "zone", "field.unknown-choice")
                .refuse();
    }
}
