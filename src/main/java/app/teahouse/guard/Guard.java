package app.teahouse.guard;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides which posts somebody may read now and which words may be carried away. Who may read the circle at all, the Gate has decided
 * before. A room is asked with one statement for a whole page, and only if one of its posts carries the room's name.
 */
@Component
public class Guard {
    private final Map<String, Lock> locks;
    private final Clock clock;

    Guard(List<Lock> locks, Clock clock) {
        this.locks = locks.stream().collect(Collectors.toMap(Lock::name, Function.identity()));
        this.clock = clock;
    }

    public Ruling of(Reader reader, Guarded post) {
        return of(reader, List.of(post)).of(post);
    }

    public Rulings of(Reader reader, Collection<Guarded> posts) {
        return of(posts.stream().map(post -> new Asked(reader, post)).toList());
    }

    /** For lists over several circles. */
    public Rulings of(Collection<Asked> all) {
        var now = clock.instant();
        var locked = locked(all, now);
        var rulings = new HashMap<Guarded, Ruling>();
        all.forEach(asked -> rulings.put(asked.post(), ruling(asked, locked.get(asked.post()), now)));
        return new Rulings(rulings);
    }

    /** @throws Refusal {@code post.closed} */
    public void mustBeOpen(Reader reader, Guarded post) {
        if (!of(reader, post).isOpen()) {
            throw Refusal.notAllowed("post.closed");
        }
    }

    /** Whether somebody who joined at this moment could read it: who stays outside is shown no more of it. */
    public boolean isForNewcomers(Face circle, Guarded post) {
        var now = clock.instant();
        var window = new Reader(circle, null, Role.MEMBER, now, 0, false).window(now);
        return window.isEmpty() || !post.isBefore(window.get().from()) || post.isPinned(now) || post.preview();
    }

    private Map<Guarded, Closed> locked(Collection<Asked> all, Instant now) {
        var byLock = new HashMap<String, List<Asked>>();
        for (var asked : all) {
            if (!isFree(asked)) {
                asked.post()
                        .locks()
                        .forEach(name -> byLock.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(asked));
            }
        }
        var closed = new HashMap<Guarded, Closed>();
        byLock.forEach((name, asked) -> {
            var lock = locks.get(name);
            if (lock != null) {
                lock.closed(asked, now).forEach(closed::putIfAbsent);
            }
        });
        return closed;
    }

    /** Nothing is kept from the staff, nor from who wrote it; and what strangers may read, members may. */
    private static boolean isFree(Asked asked) {
        var account = asked.reader().account();
        return asked.post().preview()
                || asked.reader().seesAll()
                || (account != null && account.equals(asked.post().author()));
    }

    private static Ruling ruling(Asked asked, @Nullable Closed locked, Instant now) {
        if (isFree(asked)) {
            return Ruling.FREE;
        }
        if (locked != null) {
            return new Ruling(locked, false);
        }
        var post = asked.post();
        var window = asked.reader().window(now);
        if (window.isPresent() && post.isBefore(window.get().from()) && !post.isPinned(now)) {
            return new Ruling(Closed.newcomer(window.get().until()), false);
        }
        var circle = asked.reader().circle();
        var chosen = post.protection() == null ? circle.reading().isProtected() : post.protection();
        // What everybody may read, everybody can carry away.
        return chosen && !circle.publicReading() ? new Ruling(null, true) : Ruling.FREE;
    }
}
