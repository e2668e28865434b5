package app.teahouse.reports;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All kinds of things that the rooms brought. */
@Component
public class Things {
    private final Map<String, Thing> kinds;

    Things(List<Thing> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(Thing::kind, Function.identity()));
    }

    /** @throws Refusal {@code report.unknown} */
    public Thing kind(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw Refusal.notFound("report.unknown");
        }
        return kind;
    }

    /** A thing by name. */
    public record Ref(String kind, UUID id) {}

    /** One statement for each kind among them; those that are gone, or whose kind this site does not have, are left out. */
    public Map<Ref, ThingView> views(CircleId circle, Collection<Ref> wanted) {
        var byKind = new TreeMap<String, List<UUID>>();
        wanted.stream()
                .collect(Collectors.groupingBy(Ref::kind))
                .forEach((kind, refs) ->
                        byKind.put(kind, refs.stream().map(Ref::id).distinct().toList()));
        var found = new HashMap<Ref, ThingView>();
        byKind.forEach((name, ids) -> {
            var kind = kinds.get(name);
            if (kind != null) {
                kind.views(circle, ids).forEach((id, view) -> found.put(new Ref(name, id), view));
            }
        });
        return found;
    }
}
