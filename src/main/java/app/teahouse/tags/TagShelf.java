package app.teahouse.tags;

import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The tags of circles as lists of posts show them. A circle has 500 at most, so they are kept whole: for ten seconds, or until they
 * change here. So a feed joins no tags, and another node's change shows ten seconds later at most.
 */
@Component
public class TagShelf {
    private final Db db;

    private final Cache<CircleId, Row> rows = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    TagShelf(Db db) {
        this.db = db;
    }

    public Row of(CircleId circle) {
        var known = rows.getIfPresent(circle);
        if (known == null) {
            known = new Row(circle, fresh(circle));
            rows.put(circle, known);
        }
        return known;
    }

    /** Merged ones, too: their posts follow in steps, and until then show the name of the tag they will have. */
    private Map<UUID, TagView> fresh(CircleId circle) {
        var all = new LinkedHashMap<UUID, TagView>();
        db.sql("""
                select t.tag_id, coalesce(i.tag_id, t.tag_id), coalesce(i.name, t.name), coalesce(i.colour, t.colour),
                       coalesce(i.post_count, t.post_count)
                  from tags.tag t
                  left join tags.tag i on i.circle_id = t.circle_id and i.tag_id = t.merged_into
                 where t.circle_id = :circle
                 order by coalesce(i.sort_key, t.sort_key), t.tag_id
                """)
                .with("circle", circle)
                .all((row, n) -> Map.entry(
                        Db.uuid(row, 1),
                        new TagView(
                                new TagId(Db.uuid(row, 2)),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                List.of())))
                .forEach(tag -> all.put(tag.getKey(), tag.getValue()));
        return all;
    }

    /** Drops what is kept once the caller's transaction is committed. Whoever changes a tag or what it counts calls it. */
    void changed(CircleId circle) {
        AfterCommit.run(() -> rows.invalidate(circle));
    }

    /** The tags of one circle. */
    public final class Row {
        private final CircleId circle;
        private final Map<UUID, TagView> all;
        private final List<TagView> common;

        private Row(CircleId circle, Map<UUID, TagView> all) {
            this.circle = circle;
            this.all = all;
            this.common = all.entrySet().stream()
                    .filter(entry -> entry.getKey().equals(entry.getValue().id().value()))
                    .map(Map.Entry::getValue)
                    .filter(tag -> tag.posts() > 0)
                    .sorted(Comparator.comparingLong(TagView::posts).reversed())
                    .toList();
        }

        /** The tags most posts carry, for a row of choices above a feed. */
        public List<TagView> common(int most) {
            return common.subList(0, Math.min(most, common.size()));
        }

        /** The names of these tags, by name. One made elsewhere a moment ago is looked up. */
        public List<String> names(Collection<UUID> tags) {
            if (tags.isEmpty()) {
                return List.of();
            }
            var known = all.keySet().containsAll(tags) ? all : fresh(circle);
            if (tags.size() == 1) {
                var tag = known.get(tags.iterator().next());
                return tag == null ? List.of() : List.of(tag.name());
            }
            return known.entrySet().stream()
                    .filter(entry -> tags.contains(entry.getKey()))
                    .map(entry -> entry.getValue().name())
                    .distinct()
                    .toList();
        }
    }
}
