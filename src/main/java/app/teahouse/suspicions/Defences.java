package app.teahouse.suspicions;

import app.teahouse.accounts.Email;
import app.teahouse.entrance.Sign;
import app.teahouse.entrance.Watch;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Watches who signs up: knows disposable mail domains, and notes accounts that look like a machine's. */
@Component
class Defences implements Watch {
    private static final int LONGEST = 20_000;

    private final Db db;
    private final OperatorLog log;
    private final Clock clock;
    private final Set<String> known;
    private final LoadingCache<String, Defence> snapshot;

    Defences(Db db, OperatorLog log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
        this.known = shipped();
        this.snapshot = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(10))
                .maximumSize(1)
                .build(_ -> fresh());
    }

    private static Set<String> shipped() {
        try {
            return domains(new ClassPathResource("suspicions/disposable-domains.txt")
                    .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> domains(String lines) {
        var domains = new TreeSet<String>();
        lines.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.startsWith("@") || line.startsWith(".") ? line.substring(1) : line)
                .forEach(domains::add);
        return domains;
    }

    Defence defence(Operator operator) {
        return fresh();
    }

    private Defence fresh() {
        return db.sql("select switched_on, disposable from suspicions.defence")
                .maybe((row, n) -> new Defence(row.getBoolean(1), row.getString(2)))
                .orElse(Defence.AT_FIRST);
    }

    @Transactional
    void change(Operator operator, Defence wish) {
        new Faults().atMost("disposable", wish.disposable(), LONGEST).refuse();
        db.sql("""
                insert into suspicions.defence (one, switched_on, disposable, changed_at)
                values (true, :on, :disposable, :now)
                    on conflict (one) do update
                   set switched_on = excluded.switched_on, disposable = excluded.disposable, changed_at = excluded.changed_at
                """)
                .with("on", wish.switchedOn())
                .with("disposable", String.join("\n", domains(wish.disposable())))
                .with("now", clock.instant())
                .run();
        log.note(operator, "defences", wish.switchedOn() ? "on" : "off", null, "");
        AfterCommit.run(snapshot::invalidateAll);
    }

    @Override
    public boolean isOn() {
        return snapshot.get("").switchedOn();
    }

    /** The domain itself, and whatever stands under it. */
    @Override
    public boolean isDisposable(Email email) {
        var more = domains(snapshot.get("").disposable());
        var domain = email.text().substring(email.text().lastIndexOf('@') + 1);
        while (true) {
            if (known.contains(domain) || more.contains(domain)) {
                return true;
            }
            var dot = domain.indexOf('.');
            if (dot < 0) {
                return false;
            }
            domain = domain.substring(dot + 1);
        }
    }

    @Override
    public void opened(AccountId account, Set<Sign> signs) {
        if (signs.isEmpty() || !isOn()) {
            return;
        }
        db.sql("""
                insert into suspicions.suspicion (account_id, reasons, made_at)
                values (:account, :reasons, :now)
                """)
                .with("account", account)
                .withTexts("reasons", signs.stream().map(Db::name).toList())
                .with("now", clock.instant())
                .run();
    }
}
