package app.teahouse.ways;

import app.teahouse.gateways.Gateway;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.ways.WayView.Offer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways that a circle, or the site, has set up, and those that it can. */
@Component
public class WayList {
    private final Db db;
    private final WayRows rows;
    private final Gateways gateways;
    private final SetUpWay setUpWay;

    WayList(Db db, WayRows rows, Gateways gateways, SetUpWay setUpWay) {
        this.db = db;
        this.rows = rows;
        this.gateways = gateways;
        this.setUpWay = setUpWay;
    }

    List<WayView> of(Partner partner) {
        return of(partner.circle(), null);
    }

    public List<WayView> of(Operator operator) {
        return of(Ways.SITE, null);
    }

    /** What the site offers to this circle's payers beside its own. */
    List<WayView> site(Partner partner) {
        return of(Ways.SITE, null).stream().filter(WayView::on).toList();
    }

    WayView one(Partner partner, WayId id) {
        return one(partner.circle(), id);
    }

    public WayView one(Operator operator, WayId id) {
        return one(Ways.SITE, id);
    }

    private WayView one(CircleId home, WayId id) {
        return of(home, id).stream().findFirst().orElseThrow(() -> Refusal.notFound("way.unknown"));
    }

    private List<WayView> of(CircleId home, @Nullable WayId id) {
        return db.sql("""
                select w.way_id, w.kind, w.name, w.is_on, w.currencies, w.settings, w.sealed_at, p.way_id is not null
                  from ways.way w
                  left join ways.picture p on p.circle_id = w.circle_id and p.way_id = w.way_id
                 where w.circle_id = :home and w.removed_at is null
                """)
                .and(id != null, "and w.way_id = :id")
                .and(true, "order by w.way_id limit 60")
                .with("home", home)
                .with("id", id)
                .all((row, n) -> {
                    var settings = rows.plain(Objects.requireNonNull(row.getString(6)));
                    return new WayView(
                            Db.uuid(row, 1),
                            row.getString(2),
                            row.getString(3),
                            row.getBoolean(4),
                            Db.texts(row, 5),
                            new HashMap<>(settings),
                            row.getObject(7) == null ? new HashSet<>() : secrets(row.getString(2)),
                            Db.maybeInstant(row, 7),
                            row.getBoolean(8));
                });
    }

    private Set<String> secrets(String kind) {
        var names = new HashSet<String>();
        gateways.find(kind).map(Gateway::fields).orElse(List.of()).stream()
                .filter(Gateway.Field::secret)
                .forEach(field -> names.add(field.name()));
        return names;
    }

    List<Offer> offers(Partner partner) {
        return offers(partner.circle());
    }

    public List<Offer> offers(Operator operator) {
        return offers(Ways.SITE);
    }

    private List<Offer> offers(CircleId home) {
        return gateways.all().stream()
                .filter(gateway -> setUpWay.offers(home, gateway))
                .map(WayList::offer)
                .toList();
    }

    /** Also of a gateway that is not offered any more: what was set up can still be changed. */
    public Offer offer(String kind) {
        return gateways.find(kind).map(WayList::offer).orElseThrow(() -> Refusal.notFound("way.unknown"));
    }

    private static Offer offer(Gateway gateway) {
        return new Offer(
                gateway.kind(),
                gateway.fields(),
                gateway.able().currencies(),
                gateway.able().confirmedByHand());
    }
}
