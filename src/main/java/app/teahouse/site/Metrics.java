package app.teahouse.site;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.ParkedEvents;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Counts what a monitoring system wants to know of this node. Nothing is counted while no port is set for it. */
@Component
class Metrics {
    private static final Duration[] STEPS = {
        Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100),
        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(3)
    };
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private final Db db;
    private final ParkedEvents parked;
    private final List<HikariDataSource> pools;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile @Nullable PrometheusMeterRegistry registry;
    private @Nullable JvmGcMetrics collections;
    private volatile Waiting waiting = new Waiting(0, 0, 0);

    Metrics(Db db, ParkedEvents parked, HikariDataSource webPool, @Qualifier("jobsPool") HikariDataSource jobsPool) {
        this.db = db;
        this.parked = parked;
        this.pools = List.of(webPool, jobsPool);
    }

    /** What waits in the database, as of the last scrape. */
    private record Waiting(long events, long eventsParked, long letters) {}

    synchronized void start() {
        if (registry != null) {
            return;
        }
        var fresh = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(fresh);
        new JvmThreadMetrics().bindTo(fresh);
        new ProcessorMetrics().bindTo(fresh);
        new UptimeMetrics().bindTo(fresh);
        new FileDescriptorMetrics().bindTo(fresh);
        collections = new JvmGcMetrics();
        collections.bindTo(fresh);
        for (var pool : pools) {
            gauge(fresh, pool, "active", HikariPoolMXBean::getActiveConnections);
            gauge(fresh, pool, "idle", HikariPoolMXBean::getIdleConnections);
            gauge(fresh, pool, "pending", HikariPoolMXBean::getThreadsAwaitingConnection);
            gauge(fresh, pool, "total", HikariPoolMXBean::getTotalConnections);
        }
        Gauge.builder("http.server.requests.active", underWay, AtomicInteger::get)
                .description("Requests under way")
                .register(fresh);
        Gauge.builder("teahouse.events.waiting", this, metrics -> metrics.waiting.events())
                .description("Events that wait for delivery")
                .register(fresh);
        Gauge.builder("teahouse.events.parked", this, metrics -> metrics.waiting.eventsParked())
                .description("Events that could not be delivered in ten tries")
                .register(fresh);
        Gauge.builder("teahouse.letters.waiting", this, metrics -> metrics.waiting.letters())
                .description("Letters that wait in the outbox")
                .register(fresh);
        registry = fresh;
    }

    private static void gauge(
            PrometheusMeterRegistry registry,
            HikariDataSource pool,
            String what,
            ToDoubleFunction<HikariPoolMXBean> count) {
        Gauge.builder("hikaricp.connections." + what, pool, source -> {
                    var bean = source.getHikariPoolMXBean();
                    return bean == null ? 0 : count.applyAsDouble(bean);
                })
                .tag("pool", pool.getPoolName())
                .register(registry);
    }

    void begin() {
        underWay.incrementAndGet();
    }

    void end(String method, String route, int status, Duration took) {
        underWay.decrementAndGet();
        var counting = registry;
        if (counting != null) {
            Timer.builder("http.server.requests")
                    .description("Requests by the template of their path")
                    .tags("method", METHODS.contains(method) ? method : "other")
                    .tags("route", route)
                    .tags("status", Integer.toString(status))
                    .serviceLevelObjectives(STEPS)
                    .register(counting)
                    .record(took);
        }
    }

    /** Everything in the text format of Prometheus. */
    String scrape() {
        start();
        var backlog = parked.backlog();
        var letters = db.sql("select count(*) from mail.message where state = 'waiting'")
                .one(Long.class);
        waiting = new Waiting(backlog.waiting(), backlog.parked(), letters);
        var counting = registry;
        return counting == null ? "" : counting.scrape();
    }

    @PreDestroy
    synchronized void stop() {
        if (collections != null) {
            collections.close();
        }
    }
}
