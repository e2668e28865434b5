package app.teahouse.ways;

import app.teahouse.gateways.Gateway.Setup;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.secrets.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Ways as they are stored. Secrets are opened only for a gateway that is about to be asked. */
@Component
class WayRows implements Ways {
    static final String PURPOSE = "ways.way";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Db db;
    private final Vault vault;
    private final JsonMapper json;
    private final Selling selling;

    WayRows(Db db, Vault vault, JsonMapper json, Selling selling) {
        this.db = db;
        this.vault = vault;
        this.json = json;
        this.selling = selling;
    }

    /** Play money is offered only where the operator switched it on. */
    @Override
    public List<Way> of(CircleId circle) {
        return db.sql("""
                select circle_id, way_id, kind, name, is_on, currencies
                  from ways.way
                 where circle_id = any(:homes) and is_on
                 order by circle_id desc, way_id
                 limit 60
                """).withIds("homes", List.of(circle, SITE)).all((row, n) -> way(row)).stream()
                .filter(way -> !way.kind().equals(Selling.PRACTICE) || selling.practice())
                .toList();
    }

    @Override
    public Optional<Way> find(WayId id) {
        return home(id).flatMap(home -> find(home, id));
    }

    Optional<Way> find(CircleId home, WayId id) {
        return db.sql("""
                select circle_id, way_id, kind, name, is_on, currencies
                  from ways.way
                 where circle_id = :home and way_id = :way
                """).with("home", home).with("way", id).maybe((row, n) -> way(row));
    }

    private Optional<CircleId> home(WayId id) {
        return db.sql("select circle_id from ways.claim where way_id = :way")
                .with("way", id)
                .maybe((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    private static Way way(ResultSet row) throws SQLException {
        return new Way(
                new WayId(Db.uuid(row, 2)),
                new CircleId(Db.uuid(row, 1)),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                Set.copyOf(Db.texts(row, 6)));
    }

    @Override
    public Setup setup(Way way) {
        return new Setup(way.id(), settings(way.home(), way.id()));
    }

    @Override
    public Setup of(WayId id, String kind) {
        return find(id).filter(way -> way.on() && way.kind().equals(kind))
                .map(this::setup)
                .orElseThrow(() -> Refusal.notFound("payment.no-such-way"));
    }

    /** All settings, the sealed ones opened; those that were sealed under another key of the site are missing. */
    Map<String, String> settings(CircleId home, WayId id) {
        record Row(String plain, byte[] sealed) {}
        var row = db.sql(
                        "select settings, coalesce(sealed, '') from ways.way where circle_id = :home and way_id = :way")
                .with("home", home)
                .with("way", id)
                .one((r, n) -> new Row(r.getString(1), r.getBytes(2)));
        var all = new HashMap<>(plain(row.plain()));
        if (row.sealed().length > 0) {
            vault.open(PURPOSE, id.value(), row.sealed()).ifPresent(secrets -> all.putAll(plain(secrets)));
        }
        return all;
    }

    Map<String, String> plain(String text) {
        return json.readValue(text, TEXTS);
    }

    String text(Map<String, String> settings) {
        return json.writeValueAsString(settings);
    }

    byte[] seal(UUID way, Map<String, String> secrets) {
        return vault.seal(PURPOSE, way, text(secrets));
    }
}
