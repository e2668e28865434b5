package app.teahouse.gateways;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The gateways that this program has a room for, by their kind. */
@Component
public class Gateways {
    private final Map<String, Gateway> byKind;

    Gateways(List<Gateway> gateways) {
        this.byKind = gateways.stream().collect(Collectors.toMap(Gateway::kind, Function.identity()));
    }

    public List<Gateway> all() {
        return byKind.values().stream()
                .sorted(Comparator.comparing(Gateway::kind))
                .toList();
    }

    public Optional<Gateway> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** Of a way that was set up: its gateway was there then. */
    public Gateway of(Way way) {
        return find(way.kind()).orElseThrow(() -> new IllegalStateException("No gateway is called " + way.kind()));
    }
}
