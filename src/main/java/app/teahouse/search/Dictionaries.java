package app.teahouse.search;

import app.teahouse.kernel.CircleId;
import app.teahouse.synonyms.Synonyms;
import app.teahouse.tags.TagShelf;
import app.teahouse.tags.TagView;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dictionaries of circles. A circle has few synonyms and 500 tags at most, so they are kept whole, as long as these are kept. */
@Component
class Dictionaries {
    private static final int MOST_TAGS = 500;

    private record Kept(List<List<String>> synonyms, List<TagView> tags, Dictionary dictionary) {}

    private final Synonyms synonyms;
    private final TagShelf tags;
    private final Cache<CircleId, Kept> kept = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    Dictionaries(Synonyms synonyms, TagShelf tags) {
        this.synonyms = synonyms;
        this.tags = tags;
    }

    Dictionary of(CircleId circle) {
        var lines = synonyms.kept(circle);
        var shelf = tags(circle);
        var known = kept.getIfPresent(circle);
        if (known == null || !known.synonyms().equals(lines) || !known.tags().equals(shelf)) {
            var names = shelf.stream().collect(Collectors.toMap(tag -> tag.id().value(), TagView::name));
            known = new Kept(lines, shelf, Dictionary.of(lines, names));
            kept.put(circle, known);
        }
        return known.dictionary();
    }

    List<TagView> tags(CircleId circle) {
        return tags.of(circle).common(MOST_TAGS);
    }

    /** The tag that is called so. */
    @Nullable
    UUID tag(CircleId circle, String name) {
        var folded = Dictionary.folded(name);
        return tags(circle).stream()
                .filter(tag -> Dictionary.folded(tag.name()).equals(folded))
                .map(tag -> tag.id().value())
                .findFirst()
                .orElse(null);
    }
}
