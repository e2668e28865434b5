package app.teahouse.circles;

import app.teahouse.files.Holder;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a new version of a circle's rules (圈规). Who joins accepts them; who accepted an older version is asked again. Every
 * version is kept. An empty text takes the rules away.
 */
@Component
public class ChangeRules {
    private static final int LONGEST = 20_000;

    private static final int LOGGED = 600;

    private final Db db;
    private final Clock clock;
    private final FaceText faceText;
    private final Holdings holdings;
    private final Circles circles;
    private final Events events;

    ChangeRules(Db db, Clock clock, FaceText faceText, Holdings holdings, Circles circles, Events events) {
        this.db = db;
        this.clock = clock;
        this.faceText = faceText;
        this.holdings = holdings;
        this.circles = circles;
        this.events = events;
    }

    /** Answers the version that holds now; 0 for no rules. */
    @Transactional
    public int change(Partner partner, String text) {
        new Faults().atMost("text", text, LONGEST).refuse();
        lock(partner);
        holdings.hold(partner.circle(), Holder.of("rules", partner.circle()), FaceText.ids(text));

        var before = standing(partner);
        var version = text.isBlank() ? 0 : insert(partner, text);
        db.sql("""
                update circles.circle
                   set rules_version = :version, version = version + 1
                 where circle_id = :circle
                """).with("circle", partner.circle()).with("version", version).run();
        circles.changed(partner.circle());
        events.publish(new CircleChanged(
                partner.circle(),
                CircleChanged.Kind.RULES,
                partner.account(),
                String.valueOf(version),
                "",
                clock.instant(),
                part(before, text),
                part(text, before)));
        return version;
    }

    private String standing(Partner partner) {
        return db.sql("""
                select r.body
                  from circles.circle c
                  join circles.rules r on r.circle_id = c.circle_id and r.version = c.rules_version
                 where c.circle_id = :circle
                """).with("circle", partner.circle()).maybe(String.class).orElse("");
    }

    /** The lines of a text in which it differs from the other, without what both begin and end with; no more than a log holds. */
    static String part(String text, String other) {
        var lines = text.strip().lines().toList();
        var others = other.strip().lines().toList();
        var least = Math.min(lines.size(), others.size());
        var first = 0;
        while (first < least && lines.get(first).equals(others.get(first))) {
            first++;
        }
        var last = 0;
        while (last < least - first
                && lines.get(lines.size() - 1 - last).equals(others.get(others.size() - 1 - last))) {
            last++;
        }
        var part = String.join("\n", lines.subList(first, lines.size() - last)).strip();
        return part.substring(0, part.offsetByCodePoints(0, Math.min(LOGGED, part.codePointCount(0, part.length()))));
    }

    /** Locks the circle's row, so that two who write rules at once get two versions. */
    private void lock(Partner partner) {
        db.sql("select 1 from circles.circle where circle_id = :circle for no key update")
                .with("circle", partner.circle())
                .exists();
    }

    private int insert(Partner partner, String text) {
        return db.sql("""
                insert into circles.rules (circle_id, version, body, html, made_by, made_at)
                select :circle, coalesce(max(version), 0) + 1, :body, :html, :by, :now
                  from circles.rules
                 where circle_id = :circle
                returning version
                """)
                .with("circle", partner.circle())
                .with("body", text)
                .with("html", faceText.render(partner.member().face(), text).html())
                .with("by", partner.account())
                .with("now", clock.instant())
                .one(Integer.class);
    }
}
