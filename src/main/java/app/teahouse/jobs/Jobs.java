package app.teahouse.jobs;

import static com.github.kagkarlsson.scheduler.task.schedule.Schedules.fixedDelay;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.Settings;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wakes the recurring work of all rooms, once for all nodes, by db-scheduler. Tests switch the timers off and call
 * {@link #runDue}.
 */
@Component
public class Jobs {
    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final Duration TURN = Duration.ofSeconds(20);

    private final List<Job> jobs;
    private final DataSource jobsPool;
    private final Settings settings;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, Turns> turns = new ConcurrentHashMap<>();
    private @Nullable Scheduler scheduler;

    /** How the work that every node does went on this one; what one node does for all stands in the database. */
    record Turns(@Nullable Instant lastSuccess, @Nullable Instant lastFailure, int failures) {}

    Jobs(List<Job> jobs, @Qualifier("jobsPool") DataSource jobsPool, Settings settings, Clock clock) {
        this.jobs = jobs;
        this.jobsPool = jobsPool;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts the timers after the first page can be served: they are no part of a fast start. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.timers()) {
            Thread.ofVirtual().name("jobs-start").start(this::startScheduler);
        }
    }

    private synchronized void startScheduler() {
        var tasks =
                jobs.stream().filter(job -> !job.onEveryNode()).map(this::task).toList();
        scheduler = Scheduler.create(jobsPool)
                .startTasks(tasks)
                .tableName("jobs.scheduled_task")
                .threads(3)
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(Duration.ofSeconds(30))
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
        scheduler.start();
        jobs.stream()
                .filter(Job::onEveryNode)
                .forEach(job -> Thread.ofVirtual().name(job.name()).start(() -> keepDoing(job)));
    }

    private RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), fixedDelay(job.every())).execute((instance, context) -> turn(job));
    }

    private void keepDoing(Job job) {
        try {
            while (!stopped.await(job.every().toMillis(), TimeUnit.MILLISECONDS)) {
                var before = turns.getOrDefault(job.name(), new Turns(null, null, 0));
                try {
                    turn(job);
                    turns.put(job.name(), new Turns(clock.instant(), before.lastFailure(), 0));
                } catch (RuntimeException e) {
                    log.warn("{} failed and is tried again", job.name(), e);
                    turns.put(job.name(), new Turns(before.lastSuccess(), clock.instant(), before.failures() + 1));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets a job work for at most twenty seconds, so that a long backlog does not keep others waiting. */
    private void turn(Job job) {
        var until = clock.instant().plus(TURN);
        var more = true;
        while (more
                && clock.instant().isBefore(until)
                && !Thread.currentThread().isInterrupted()) {
            more = step(job, clock.instant());
        }
    }

    /** Does everything that is due at {@code now}, on the caller's thread; for tests and for the demo. */
    public void runDue(Instant now) {
        for (var job : jobs) {
            run(job.name(), now);
        }
    }

    /** Does all that one job has to do at {@code now}, on the caller's thread. */
    public void run(String name, Instant now) {
        for (var job : jobs) {
            if (job.name().equals(name)) {
                for (var steps = 0; step(job, now) && steps < 10_000; steps++) {
                    log.debug("{} goes on", name);
                }
            }
        }
    }

    Optional<Turns> turns(Job job) {
        return Optional.ofNullable(turns.get(job.name()));
    }

    public List<Job> all() {
        return jobs;
    }

    private static boolean step(Job job, Instant now) {
        return ScopedValue.where(Pools.FOR_JOBS, true).call(() -> job.step(now));
    }

    @PreDestroy
    synchronized void stop() {
        stopped.countDown();
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
