package app.teahouse.ways;

import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ways of paying for tests, of any gateway, also of those that nobody sets up by a form. */
@Component
public class SomeWays {
    private final Db db;
    private final WayRows rows;
    private final TransactionTemplate transaction;

    SomeWays(Db db, WayRows rows, TransactionTemplate transaction) {
        this.db = db;
        this.rows = rows;
        this.transaction = transaction;
    }

    /** A way by which the circle gets the money itself. */
    public Way ofCircle(CircleId circle, String kind, Map<String, String> secrets) {
        return add(circle, new WayId(Ids.next()), kind, secrets);
    }

    /** The site's one way of this kind; it is there for all tests, so it is made once. */
    public synchronized Way ofSite(String kind, Map<String, String> secrets) {
        return rows.of(Ways.SITE).stream()
                .filter(way -> way.kind().equals(kind))
                .findFirst()
                .orElseGet(() -> add(Ways.SITE, new WayId(Ids.next()), kind, secrets));
    }

    private Way add(CircleId home, WayId id, String kind, Map<String, String> secrets) {
        transaction.executeWithoutResult(_ -> {
            db.sql("""
                    insert into ways.way
                           (circle_id, way_id, kind, name, is_on, currencies, settings, sealed, sealed_at, made_at, made_by)
                    values (:home, :id, :kind, :kind, true, '{}', '{}', :sealed, now(), now(), :id)
                    """)
                    .with("home", home)
                    .with("id", id)
                    .with("kind", kind)
                    .with("sealed", rows.seal(id.value(), secrets))
                    .run();
            db.sql("insert into ways.claim (way_id, circle_id) values (:id, :home)")
                    .with("id", id)
                    .with("home", home)
                    .run();
        });
        return rows.find(home, id).orElseThrow();
    }
}
