package app.teahouse.ways;

import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Settings;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the operator set the selling on this site: whether anything is sold in WeChat on iPhones, and whether there is play money. The
 * snapshot is at most ten seconds old on every node.
 */
@Component
public class Selling {
    /** The kind of the gateway that plays. */
    static final String PRACTICE = "practice";

    private final Db db;
    private final OperatorLog log;
    private final boolean demo;
    private final LoadingCache<String, Switches> snapshot;

    Selling(Db db, OperatorLog log, Settings settings) {
        this.db = db;
        this.log = log;
        this.demo = settings.demo();
        this.snapshot = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(10))
                .maximumSize(1)
                .build(_ -> fresh());
    }

    /**
     * @param wechatIos whether prices and buttons show in WeChat on iOS; not at first, as Apple and WeChat forbid it
     * @param practice whether a gateway that only plays may be set up; in a demo from the beginning
     */
    public record Switches(boolean wechatIos, boolean practice) {}

    public Switches switches() {
        return snapshot.get("");
    }

    boolean practice() {
        return switches().practice();
    }

    @Transactional
    public void change(Operator operator, Switches to) {
        db.sql("""
                insert into ways.selling (one, wechat_ios, practice)
                values (true, :wechatIos, :practice)
                on conflict (one) do update set wechat_ios = excluded.wechat_ios, practice = excluded.practice
                """)
                .with("wechatIos", to.wechatIos())
                .with("practice", to.practice())
                .run();
        log.note(
                operator,
                "selling",
                null,
                Map.of("ios", to.wechatIos() ? "on" : "off", "practice", to.practice() ? "on" : "off"),
                "");
        AfterCommit.run(snapshot::invalidateAll);
    }

    private Switches fresh() {
        return db.sql("select wechat_ios, practice from ways.selling")
                .maybe((row, n) -> new Switches(row.getBoolean(1), row.getBoolean(2)))
                .orElse(new Switches(false, demo));
    }
}
