package app.teahouse.circles;

import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Price;
import app.teahouse.circles.Circle.Visibility;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody founds a circle and becomes its owner. */
@Component
public class CreateCircle {
    private final Db db;
    private final Clock clock;
    private final Founding founding;
    private final MayCreate mayCreate;
    private final Circles circles;

    CreateCircle(Db db, Clock clock, Founding founding, MayCreate mayCreate, Circles circles) {
        this.db = db;
        this.clock = clock;
        this.founding = founding;
        this.mayCreate = mayCreate;
        this.circles = circles;
    }

    /** What kind of circle: a preset for price, visibility and join mode, which can be changed later one by one. */
    public enum Type {
        FREE(Price.FREE, Visibility.LISTED, JoinMode.OPEN),
        /** Nobody comes in before there is a plan to buy. */
        PAID(Price.PAID, Visibility.LISTED, JoinMode.OPEN),
        PRIVATE(Price.FREE, Visibility.HIDDEN, JoinMode.INVITATION);

        final Price price;
        final Visibility visibility;
        final JoinMode joinMode;

        Type(Price price, Visibility visibility, JoinMode joinMode) {
            this.price = price;
            this.visibility = visibility;
            this.joinMode = joinMode;
        }
    }

    /** Answers the address of the new circle. */
    @Transactional
    public Created create(Person founder, String name, String promise, Type type, Locale language) {
        new Faults().text("name", name, 60).text("promise", promise, 160).refuse();
        if (!founder.signIn().verified()) {
            throw Refusal.notAllowed("speaking.unverified");
        }
        var listing = mayCreate.listingOf(founder);

        var id = new CircleId(Ids.next());
        var slug = claim(id, name);
        db.sql("""
                insert into circles.circle
                       (circle_id, slug, name, promise, language, zone, price, visibility, join_mode, listing, owner_id, created_at)
                values (:circle, :slug, :name, :promise, :language, :zone, :price, :visibility, :joinMode, :listing, :owner, :now)
                """)
                .with("circle", id)
                .with("slug", slug)
                .with("name", name.strip())
                .with("promise", promise.strip())
                .with("language", language.getLanguage().equals("zh") ? "zh-CN" : "en")
                .with("zone", founder.signIn().zone().getId())
                .with("price", type.price)
                .with("visibility", type.visibility)
                .with("joinMode", type.joinMode)
                .with("listing", listing)
                .with("owner", founder.account())
                .with("now", clock.instant())
                .run();
        db.sql("insert into circles.pulse (circle_id, active_at) values (:circle, :now)")
                .with("circle", id)
                .with("now", clock.instant())
                .run();
        founding.enrolOwner(id, founder);
        return new Created(id, slug);
    }

    public record Created(CircleId circle, String slug) {}

    /** Takes the address, or one like it: the claim's key lets only one of two founders have it. */
    private String claim(CircleId circle, String name) {
        var wished = Slug.from(name);
        var slug = wished;
        while (!ClaimSlug.claim(db, slug, circle, clock.instant())) {
            slug = Slug.other(wished);
        }
        circles.claimed(slug);
        return slug;
    }
}
