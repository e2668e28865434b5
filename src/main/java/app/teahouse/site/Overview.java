package app.teahouse.site;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.ParkedEvents;
import app.teahouse.kernel.Settings;
import app.teahouse.web.MadeUp;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the operator sees first: what runs here, where its data lies, and whether all is well. */
@Component
public class Overview {
    private final Db db;
    private final Health health;
    private final ParkedEvents parked;
    private final Settings settings;
    private final MadeUp madeUp;

    Overview(Db db, Health health, ParkedEvents parked, Settings settings, MadeUp madeUp) {
        this.db = db;
        this.health = health;
        this.parked = parked;
        this.settings = settings;
        this.madeUp = madeUp;
    }

    public record OverviewView(
            String version,
            String java,
            String database,
            String databaseSize,
            String dataFolder,
            String address,
            boolean mailConfigured,
            boolean demo,
            Instant startedAt,
            long eventsWaiting,
            long eventsParked,
            long circlesWaiting,
            List<Health.Check> checks) {}

    /** The version in the packaged program's manifest. */
    static String version() {
        return Objects.requireNonNullElse(Overview.class.getPackage().getImplementationVersion(), "development");
    }

    OverviewView look(Operator operator) {
        record Server(String version, long bytes) {}
        var server = db.sql("select current_setting('server_version'), pg_database_size(current_database())")
                .one((row, n) -> new Server(row.getString(1), row.getLong(2)));
        var backlog = parked.backlog();
        return new OverviewView(
                version(),
                System.getProperty("java.version", ""),
                "PostgreSQL " + server.version(),
                Bytes.text(server.bytes()),
                settings.data().toAbsolutePath().normalize().toString(),
                settings.base(),
                settings.mail().isConfigured(),
                madeUp.anything(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                backlog.waiting(),
                backlog.parked(),
                db.sql("select count(*) from circles.circle where listing = 'waiting'")
                        .one(Long.class),
                health.look());
    }
}
