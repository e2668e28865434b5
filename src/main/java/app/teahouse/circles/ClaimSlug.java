package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;

/** The one statement that gives an address to a circle. */
final class ClaimSlug {
    private ClaimSlug() {}

    /** Answers whether the address now belongs to the circle; it may have belonged to it before. */
    static boolean claim(Db db, String slug, CircleId circle, Instant now) {
        var mine = db.sql("""
                insert into circles.slug_claim (slug, circle_id, claimed_at)
                values (:slug, :circle, :now)
                on conflict do nothing
                """)
                .with("slug", slug)
                .with("circle", circle)
                .with("now", now)
                .run();
        return mine == 1
                || db.sql("select 1 from circles.slug_claim where slug = :slug and circle_id = :circle")
                        .with("slug", slug)
                        .with("circle", circle)
                        .exists();
    }
}
