package app.teahouse.search;

import app.teahouse.kernel.CircleId;
import app.teahouse.tags.TagShelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the hits have in common, counted over those that were looked at: all of them may be seen by who asks. */
public record Facets(List<Facet> kinds, List<Facet> tags, List<Facet> authors, List<Facet> circles, long highlights) {
    private static final int MOST = 6;

    /**
     * A choice among the hits.
     *
     * @param value for the address
     * @param name as it is shown; a kind's is a message's key
     */
    public record Facet(String value, String name, long hits) {}

    static Facets of(Scope scope, List<Candidate> hits, TagShelf shelf) {
        var kinds = new LinkedHashMap<String, Long>();
        var authors = new LinkedHashMap<Candidate.Writer, Long>();
        var circles = new LinkedHashMap<CircleId, Long>();
        var tags = new LinkedHashMap<UUID, Long>();
        for (var hit : hits) {
            kinds.merge(hit.kind(), 1L, Long::sum);
            circles.merge(hit.circle(), 1L, Long::sum);
            hit.tags().forEach(tag -> tags.merge(tag, 1L, Long::sum));
            if (hit.writer() != null) {
                authors.merge(hit.writer(), 1L, Long::sum);
            }
        }
        var named = scope.isOneCircle() ? tags(scope.ids().getFirst(), tags, shelf) : List.<Facet>of();
        return new Facets(
                first(kinds.entrySet().stream()
                        .map(kind -> new Facet(kind.getKey(), "search.kind." + kind.getKey(), kind.getValue()))
                        .toList()),
                named,
                scope.isOneCircle() ? authors(authors) : List.of(),
                scope.isOneCircle() ? List.of() : circles(scope, circles),
                hits.stream().filter(Candidate::highlighted).count());
    }

    private static List<Facet> tags(CircleId circle, Map<UUID, Long> tags, TagShelf shelf) {
        var row = shelf.of(circle);
        var facets = new ArrayList<Facet>();
        tags.forEach((tag, hits) ->
                row.names(List.of(tag)).forEach(name -> facets.add(new Facet(name, "#" + name, hits))));
        return first(facets);
    }

    private static List<Facet> authors(Map<Candidate.Writer, Long> authors) {
        return first(authors.entrySet().stream()
                .map(author -> new Facet(
                        String.valueOf(author.getKey().number()),
                        author.getKey().alias(),
                        author.getValue()))
                .toList());
    }

    private static List<Facet> circles(Scope scope, Map<CircleId, Long> hits) {
        return first(scope.circles().stream()
                .filter(face -> hits.containsKey(face.id()))
                .map(face -> new Facet(face.slug(), face.name(), hits.getOrDefault(face.id(), 0L)))
                .toList());
    }

    private static List<Facet> first(List<Facet> facets) {
        return facets.stream()
                .sorted(Comparator.comparingLong(Facet::hits).reversed().thenComparing(Facet::value))
                .limit(MOST)
                .toList();
    }
}
