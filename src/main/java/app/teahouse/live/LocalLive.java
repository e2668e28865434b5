package app.teahouse.live;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.live.LiveStream.Sent;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The streams of this process. One thread passes hints on in their order; it asks anew who is still a member before it sends what
 * concerns a circle. The last hints are kept, so that a browser that lost the line for a moment misses none.
 */
@Component
class LocalLive implements Live, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LocalLive.class);
    private static final int KEPT = 1_000;
    private static final int ASKED_AT_ONCE = 1_000;

    /** Before the web server's own graceful stop, which would wait for the streams. */
    private static final int STOPS_FIRST = Integer.MAX_VALUE - 10;

    private final Db db;
    private final JsonMapper json;
    private final Map<AccountId, Set<LiveStream>> byAccount = new ConcurrentHashMap<>();
    private final Map<CircleId, Set<LiveStream>> byCircle = new ConcurrentHashMap<>();
    private final BlockingQueue<Hint> hints = new LinkedBlockingQueue<>(10_000);
    private final Deque<Hint> kept = new ArrayDeque<>();
    private final String start;
    private long last;
    private volatile @Nullable Thread passing;

    private record Hint(
            long number,
            @Nullable AccountId account,
            @Nullable CircleId circle,
            @Nullable AccountId but,
            LiveEvent event) {

        boolean isFor(LiveStream stream) {
            return circle == null
                    ? stream.account().equals(account)
                    : stream.circles().contains(circle) && !stream.account().equals(but);
        }
    }

    LocalLive(Db db, Clock clock, JsonMapper json) {
        this.db = db;
        this.json = json;
        this.start = Long.toString(clock.instant().toEpochMilli(), 36);
    }

    @Override
    public void toAccount(AccountId account, LiveEvent event) {
        take(account, null, null, event);
    }

    @Override
    public void toCircle(CircleId circle, LiveEvent event, @Nullable AccountId but) {
        take(null, circle, but, event);
    }

    @Override
    public Set<AccountId> present(CircleId circle) {
        return byCircle.getOrDefault(circle, Set.of()).stream()
                .map(LiveStream::account)
                .collect(Collectors.toSet());
    }

    @Override
    public void joined(AccountId account, CircleId circle) {
        for (var stream : byAccount.getOrDefault(account, Set.of())) {
            stream.circles().add(circle);
            add(byCircle, circle, stream);
        }
    }

    private synchronized void take(
            @Nullable AccountId account, @Nullable CircleId circle, @Nullable AccountId but, LiveEvent event) {
        var hint = new Hint(++last, account, circle, but, event);
        kept.addLast(hint);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        if (!hints.offer(hint)) {
            log.warn("Too many live hints; one of kind {} is dropped", event.kind());
        }
    }

    private void pass() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                pass(hints.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.warn("A live hint is lost", e);
            }
        }
    }

    private void pass(Hint hint) {
        var sent = sent(hint);
        if (hint.circle() == null) {
            byAccount
                    .getOrDefault(java.util.Objects.requireNonNull(hint.account()), Set.of())
                    .forEach(stream -> stream.offer(sent));
            return;
        }
        var streams = byCircle.getOrDefault(hint.circle(), Set.of()).stream()
                .filter(hint::isFor)
                .toList();
        for (var from = 0; from < streams.size(); from += ASKED_AT_ONCE) {
            var some = streams.subList(from, Math.min(streams.size(), from + ASKED_AT_ONCE));
            var members = members(hint.circle(), some);
            for (var stream : some) {
                if (members.contains(stream.account())) {
                    stream.offer(sent);
                } else {
                    stream.circles().remove(hint.circle());
                    remove(byCircle, hint.circle(), stream);
                }
            }
        }
    }

    private Set<AccountId> members(CircleId circle, Collection<LiveStream> streams) {
        return ScopedValue.where(Pools.FOR_JOBS, true)
                .call(() -> new HashSet<>(db.sql("""
                        select account_id
                          from members.membership
                         where circle_id = :circle and account_id = any(:accounts) and state = 'active'
                        """)
                        .with("circle", circle)
                        .withIds(
                                "accounts",
                                streams.stream().map(LiveStream::account).collect(Collectors.toSet()))
                        .all((row, n) -> new AccountId(Db.uuid(row, 1)))));
    }

    private Sent sent(Hint hint) {
        return new Sent(
                start + "-" + hint.number(),
                hint.event().kind(),
                json.writeValueAsString(hint.event().facts()));
    }

    /** Lets a stream in; what it missed since {@code lastId} goes first, or a word to refresh where that is not known. */
    synchronized void open(LiveStream stream, @Nullable String lastId) {
        add(byAccount, stream.account(), stream);
        stream.circles().forEach(circle -> add(byCircle, circle, stream));
        if (lastId != null) {
            missed(lastId)
                    .ifPresentOrElse(
                            hints -> hints.stream()
                                    .filter(hint -> hint.isFor(stream))
                                    .forEach(hint -> stream.offer(sent(hint))),
                            () -> stream.offer(new Sent(start + "-" + last, LiveEvent.REFRESH.kind(), "{}")));
        }
    }

    private java.util.Optional<List<Hint>> missed(String lastId) {
        var dash = lastId.indexOf('-');
        if (dash < 0
                || !lastId.substring(0, dash).equals(start)
                || !lastId.substring(dash + 1).matches("\\d{1,18}")) {
            return java.util.Optional.empty();
        }
        var seen = Long.parseLong(lastId.substring(dash + 1));
        if (!kept.isEmpty() && kept.getFirst().number() > seen + 1) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(new ArrayList<>(
                kept.stream().filter(hint -> hint.number() > seen).toList()));
    }

    void close(LiveStream stream) {
        remove(byAccount, stream.account(), stream);
        stream.circles().forEach(circle -> remove(byCircle, circle, stream));
    }

    Set<LiveStream> of(AccountId account) {
        return byAccount.getOrDefault(account, Set.of());
    }

    int size() {
        return byAccount.size();
    }

    private static <K> void add(Map<K, Set<LiveStream>> map, K key, LiveStream stream) {
        map.compute(key, (_, streams) -> {
            var all = streams == null ? ConcurrentHashMap.<LiveStream>newKeySet() : streams;
            all.add(stream);
            return all;
        });
    }

    private static <K> void remove(Map<K, Set<LiveStream>> map, K key, LiveStream stream) {
        map.computeIfPresent(key, (_, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    @Override
    public void start() {
        passing = Thread.ofVirtual().name("live").start(this::pass);
    }

    @Override
    public void stop() {
        byAccount.values().forEach(streams -> streams.forEach(LiveStream::close));
        var thread = passing;
        if (thread != null) {
            thread.interrupt();
            passing = null;
        }
    }

    @Override
    public boolean isRunning() {
        return passing != null;
    }

    @Override
    public int getPhase() {
        return STOPS_FIRST;
    }
}
