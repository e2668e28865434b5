package app.teahouse.packing;

import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All crates of all rooms, in the order in which they come in: what others refer to first. They leave the other way round. */
@Component
public class Crates {
    private final List<Luggage> rooms;
    private final Catalogue catalogue;
    private volatile @Nullable List<Crate> leaving;

    Crates(List<Luggage> rooms, Catalogue catalogue) {
        this.rooms = rooms;
        this.catalogue = catalogue;
    }

    public List<Crate> all() {
        return rooms.stream().flatMap(room -> room.crates().stream()).toList();
    }

    public List<Crate> arriving() {
        var known = leaving;
        if (known == null) {
            known = sorted();
            leaving = known;
        }
        return known;
    }

    public List<Crate> leaving() {
        return arriving().reversed();
    }

    private List<Crate> sorted() {
        Map<String, Crate> waiting = new LinkedHashMap<>();
        all().stream()
                .filter(Crate::leaves)
                .sorted(Comparator.comparing((Crate crate) -> crate.stage()).thenComparing(crate -> crate.table()))
                .forEach(crate -> waiting.put(crate.table(), crate));
        var sorted = new ArrayList<Crate>();
        while (!waiting.isEmpty()) {
            var next = waiting.values().stream()
                    .filter(crate -> catalogue.parents(crate.table()).stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElseThrow();
            sorted.add(next);
            waiting.remove(next.table());
        }
        return List.copyOf(sorted);
    }
}
