package app.teahouse.screening;

import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.CircleId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps circles' rules ready, as many as fit into a bound of memory. Whether they are still the newest is asked every five seconds. */
@Component
class Rulebooks {
    private static final long MOST_BYTES = 48L * 1024 * 1024;

    private final Rules rules;
    private final Cache<CircleId, Long> editions = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();
    private final Cache<CircleId, Rulebook> books = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((CircleId circle, Rulebook book) -> book.size())
            .build();

    Rulebooks(Rules rules) {
        this.rules = rules;
    }

    Rulebook of(CircleId circle) {
        var edition = editions.getIfPresent(circle);
        if (edition == null) {
            edition = rules.edition(circle);
            editions.put(circle, edition);
        }
        var book = books.getIfPresent(circle);
        if (book == null || book.edition() != edition) {
            book = Rulebook.of(
                    edition,
                    edition == 0
                            ? List.of()
                            : rules.of(circle).stream().filter(Rule::switched).toList());
            books.put(circle, book);
        }
        return book;
    }

    void changed(CircleId circle) {
        AfterCommit.run(() -> editions.invalidate(circle));
    }
}
