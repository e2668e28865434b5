package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps an address for a circle that is on its way in. Until it is there, the address leads nowhere. */
@Component
public class ReserveSlug {
    private final Db db;
    private final Clock clock;
    private final Circles circles;

    ReserveSlug(Db db, Clock clock, Circles circles) {
        this.db = db;
        this.clock = clock;
        this.circles = circles;
    }

    /** An address like the one it had, or like its name. */
    public static String suggest(String slug, String name) {
        return Slug.isGood(slug) ? slug : Slug.from(name);
    }

    public boolean isFree(String slug) {
        return !db.sql("select 1 from circles.slug_claim where slug = :slug")
                .with("slug", slug)
                .exists();
    }

    /** @throws Refusal {@code slug.malformed}, {@code slug.taken} */
    @Transactional
    public void reserve(CircleId circle, String slug) {
        new Faults().require(Slug.isGood(slug), "slug", "slug.malformed").refuse();
        if (!ClaimSlug.claim(db, slug, circle, clock.instant())) {
            throw Refusal.invalid("slug", "slug.taken");
        }
        circles.claimed(slug);
    }

    /** The circle never came to be, so no link to it is anywhere. */
    @Transactional
    public void release(CircleId circle, String slug) {
        db.sql("delete from circles.slug_claim where slug = :slug and circle_id = :circle")
                .with("slug", slug)
                .with("circle", circle)
                .run();
        circles.claimed(slug);
    }
}
