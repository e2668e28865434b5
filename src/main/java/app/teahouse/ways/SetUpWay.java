package app.teahouse.ways;

import app.teahouse.circles.CircleChanged;
import app.teahouse.gateways.Gateway;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Owner or partner sets up a way by which the circle gets money itself; the operator, one by which the site does. */
@Component
public class SetUpWay {
    private static final int MOST_NAME = 40;
    private static final int MOST_SETTING = 8_000;
    private static final int MOST_WAYS = 20;

    private final Db db;
    private final OperatorLog log;
    private final Events events;
    private final Clock clock;
    private final WayRows rows;
    private final Gateways gateways;
    private final Selling selling;

    SetUpWay(Db db, OperatorLog log, Events events, Clock clock, WayRows rows, Gateways gateways, Selling selling) {
        this.events = events;
        this.db = db;
        this.log = log;
        this.clock = clock;
        this.rows = rows;
        this.gateways = gateways;
        this.selling = selling;
    }

    /**
     * What somebody filled in.
     *
     * @param currencies of ISO 4217; empty for all that the gateway takes
     * @param settings by name of {@link Gateway#fields()}; a secret that is left empty stays as it was
     */
    public record WayText(String name, boolean on, List<String> currencies, Map<String, String> settings) {}

    @Transactional
    public WayId add(Partner partner, String kind, WayText text) {
        var id = add(partner.circle(), partner.account(), gateway(partner.circle(), kind), text);
        tell(partner, CircleChanged.Kind.WAY_ADDED, text.name());
        return id;
    }

    @Transactional
    public WayId add(Operator operator, String kind, WayText text) {
        var id = add(Ways.SITE, operator.account(), gateway(Ways.SITE, kind), text);
        log.note(operator, "way", text.name().strip(), id.value(), "");
        return id;
    }

    /** What the demo begins with: also play money, which nobody is offered until it is switched on. */
    @Transactional
    public WayId addFor(CircleId home, AccountId by, String kind, WayText text) {
        return add(home, by, gateways.find(kind).orElseThrow(), text);
    }

    private WayId add(CircleId home, AccountId by, Gateway gateway, WayText text) {
        var checked = check(gateway, text, Map.of());
        if (count(home) >= MOST_WAYS) {
            throw Refusal.conflict("way.too-many").with("most", MOST_WAYS);
        }
        var id = new WayId(Ids.next());
        var now = clock.instant();
        db.sql("""
                insert into ways.way
                       (circle_id, way_id, kind, name, is_on, currencies, settings, sealed, sealed_at, made_at, made_by)
                values (:home, :id, :kind, :name, :on, :currencies, :settings, :sealed, :sealedAt, :now, :by)
                """)
                .with("home", home)
                .with("id", id)
                .with("kind", gateway.kind())
                .with("name", text.name().strip())
                .with("on", text.on())
                .withTexts("currencies", currencies(text))
                .with("settings", rows.text(checked.plain()))
                .with("sealed", checked.secret().isEmpty() ? null : rows.seal(id.value(), checked.secret()))
                .with("sealedAt", checked.secret().isEmpty() ? null : now)
                .with("now", now)
                .with("by", by)
                .run();
        db.sql("insert into ways.claim (way_id, circle_id) values (:way, :home)")
                .with("way", id)
                .with("home", home)
                .run();
        return id;
    }

    /** @throws Refusal {@code way.unknown} */
    @Transactional
    public void change(Partner partner, WayId id, WayText text) {
        change(partner.circle(), id, text);
        tell(partner, CircleChanged.Kind.WAY_CHANGED, text.name());
    }

    /** It stands in the circle's log. */
    private void tell(Partner partner, CircleChanged.Kind kind, String name) {
        events.publish(new CircleChanged(partner.circle(), kind, partner.account(), name.strip(), "", clock.instant()));
    }

    @Transactional
    public void change(Operator operator, WayId id, WayText text) {
        change(Ways.SITE, id, text);
        log.note(operator, "way", text.name().strip(), id.value(), "");
    }

    private void change(CircleId home, WayId id, WayText text) {
        var way = rows.find(home, id).orElseThrow(() -> Refusal.notFound("way.unknown"));
        var gateway = gateways.of(way);
        var checked = check(gateway, text, rows.settings(home, id));
        var replaced = gateway.fields().stream()
                .anyMatch(field -> field.secret()
                        && !text.settings().getOrDefault(field.name(), "").isBlank());
        var changed = db.sql("""
                update ways.way
                   set name = :name, is_on = :on, currencies = :currencies, settings = :settings, sealed = :sealed,
                       sealed_at = case when cast(:sealed as bytea) is null then null
                                        when :replaced then :now
                                        else coalesce(sealed_at, :now) end
                 where circle_id = :home and way_id = :id and removed_at is null
                """)
                .with("home", home)
                .with("id", id)
                .with("name", text.name().strip())
                .with("on", text.on())
                .withTexts("currencies", currencies(text))
                .with("settings", rows.text(checked.plain()))
                .with("sealed", checked.secret().isEmpty() ? null : rows.seal(id.value(), checked.secret()))
                .with("replaced", replaced)
                .with("now", clock.instant())
                .run();
        if (changed == 0) {
            throw Refusal.notFound("way.unknown");
        }
    }

    /** Nobody pays by it any more. What was paid by it can still be given back, so its settings stay. */
    @Transactional
    public void remove(Partner partner, WayId id) {
        var name = rows.find(partner.circle(), id).map(Way::name);
        remove(partner.circle(), id);
        name.ifPresent(was -> tell(partner, CircleChanged.Kind.WAY_REMOVED, was));
    }

    @Transactional
    public void remove(Operator operator, WayId id) {
        var name = rows.find(Ways.SITE, id).map(Way::name).orElse("");
        remove(Ways.SITE, id);
        log.note(operator, "way", name, id.value(), "");
    }

    private void remove(CircleId home, WayId id) {
        db.sql("""
                update ways.way
                   set is_on = false, removed_at = :now
                 where circle_id = :home and way_id = :id and removed_at is null
                """)
                .with("home", home)
                .with("id", id)
                .with("now", clock.instant())
                .run();
    }

    /** Whether somebody can set one up here. */
    boolean offers(CircleId home, Gateway gateway) {
        var able = gateway.able();
        return (home.equals(Ways.SITE) ? able.forSite() : able.forCircle())
                && (!gateway.kind().equals(Selling.PRACTICE) || selling.practice());
    }

    private Gateway gateway(CircleId home, String kind) {
        return gateways.find(kind)
                .filter(gateway -> offers(home, gateway))
                .orElseThrow(() -> Refusal.notFound("way.unknown"));
    }

    private record Checked(Map<String, String> plain, Map<String, String> secret) {}

    private static Checked check(Gateway gateway, WayText text, Map<String, String> before) {
        var faults = new Faults().text("name", text.name(), MOST_NAME);
        var known = gateway.able().currencies();
        for (var code : text.currencies()) {
            faults.require(
                    isCurrency(code) && (known.isEmpty() || known.contains(code)), "currencies", "way.no-currency");
        }
        var plain = new HashMap<String, String>();
        var secret = new HashMap<String, String>();
        for (var field : gateway.fields()) {
            var typed = text.settings().getOrDefault(field.name(), "").strip();
            var value = typed.isEmpty() && field.secret() ? before.getOrDefault(field.name(), "") : typed;
            faults.require(!field.needed() || !value.isEmpty(), field.name(), "field.missing");
            faults.atMost(field.name(), value, MOST_SETTING);
            if (!value.isEmpty()) {
                (field.secret() ? secret : plain).put(field.name(), value);
            }
        }
        faults.refuse();
        var all = new HashMap<>(plain);
        all.putAll(secret);
        gateway.check(all);
        return new Checked(plain, secret);
    }

    private static Set<String> currencies(WayText text) {
        return new TreeSet<>(text.currencies());
    }

    private static boolean isCurrency(@Nullable String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private long count(CircleId home) {
        return db.sql("select count(*) from ways.way where circle_id = :home and removed_at is null")
                .with("home", home)
                .one(Long.class);
    }
}
