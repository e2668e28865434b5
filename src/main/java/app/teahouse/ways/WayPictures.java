package app.teahouse.ways;

import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Partner;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The picture of a way of paying, such as the code of an owner's wallet. */
@Component
public class WayPictures {
    private final Db db;
    private final Clock clock;

    WayPictures(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Optional<SmallPicture> find(CircleId home, WayId way) {
        return db.sql("select bytes, type from ways.picture where circle_id = :home and way_id = :way")
                .with("home", home)
                .with("way", way)
                .maybe((row, n) -> new SmallPicture(row.getBytes(1), row.getString(2)));
    }

    /** @param picture a new one, or null to leave it as it is */
    void keep(Partner partner, WayId way, @Nullable SmallPicture picture) {
        keep(partner.circle(), way, picture);
    }

    public void keep(Operator operator, WayId way, @Nullable SmallPicture picture) {
        keep(Ways.SITE, way, picture);
    }

    private void keep(CircleId home, WayId way, @Nullable SmallPicture picture) {
        if (picture == null) {
            return;
        }
        db.sql("""
                insert into ways.picture (circle_id, way_id, type, bytes, made_at)
                values (:home, :way, :type, :bytes, :now)
                on conflict (circle_id, way_id) do update
                   set type = excluded.type, bytes = excluded.bytes, made_at = excluded.made_at
                """)
                .with("home", home)
                .with("way", way)
                .with("type", picture.type())
                .with("bytes", picture.bytes())
                .with("now", clock.instant())
                .run();
    }
}
