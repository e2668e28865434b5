package app.teahouse.search;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.members.Members;
import app.teahouse.tags.TagShelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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

    static Facets of(Scope scope, List<Candidate> hits, TagShelf shelf, Members members) {
        var kinds = new LinkedHashMap<String, Long>();
        var authors = new LinkedHashMap<AccountId, Long>();
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
                scope.isOneCircle() ? authors(scope.ids().getFirst(), authors, members) : List.of(),
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

    /** Their names are asked for when it is known whose are shown. */
    private static List<Facet> authors(CircleId circle, Map<AccountId, Long> authors, Members members) {
        var most = authors.entrySet().stream()
                .sorted(Map.Entry.<AccountId, Long>comparingByValue()
                        .reversed()
                        .thenComparing(author -> author.getKey().value()))
                .limit(MOST)
                .toList();
        var cards = members.cards(circle, most.stream().map(Map.Entry::getKey).toList());
        return first(most.stream()
                .flatMap(author -> Stream.ofNullable(cards.get(author.getKey()))
                        .map(card -> new Facet(String.valueOf(card.number()), card.alias(), author.getValue())))
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
