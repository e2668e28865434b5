package app.teahouse.circles;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a circle another address. The old one stays its own and leads to the new one. */
@Component
class ChangeAddress {
    private final Db db;
    private final Clock clock;
    private final Circles circles;
    private final Events events;

    ChangeAddress(Db db, Clock clock, Circles circles, Events events) {
        this.db = db;
        this.clock = clock;
        this.circles = circles;
        this.events = events;
    }

    @Transactional
    void change(Partner partner, String slug) {
        new Faults().require(Slug.isGood(slug), "slug", "slug.malformed").refuse();

        // The claim's key decides between two circles that want the address at the same moment.
        if (!ClaimSlug.claim(db, slug, partner.circle(), clock.instant())) {
            throw Refusal.invalid("slug", "slug.taken");
        }
        var old = partner.member().face().slug();
        db.sql("""
                update circles.circle
                   set slug = :slug, cover = replace(cover, :oldFiles, :newFiles),
                       about_html = replace(about_html, :oldFiles, :newFiles), version = version + 1
                 where circle_id = :circle
                """)
                .with("circle", partner.circle())
                .with("slug", slug)
                .with("oldFiles", "/c/" + old + "/f/")
                .with("newFiles", "/c/" + slug + "/f/")
                .run();
        circles.claimed(slug);
        circles.changed(partner.circle());
        events.publish(new CircleChanged(
                partner.circle(), CircleChanged.Kind.ADDRESS, partner.account(), slug, "", clock.instant(), old, slug));
    }
}
