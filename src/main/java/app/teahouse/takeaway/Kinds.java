package app.teahouse.takeaway;

import app.teahouse.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of files that rooms to the right make. */
@Component
class Kinds {
    private final List<TakeawayKind> kinds;

    Kinds(List<TakeawayKind> kinds) {
        this.kinds = kinds;
    }

    /** @throws Refusal {@code takeaway.unknown-kind} */
    TakeawayKind named(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", "takeaway.unknown-kind"));
    }

    List<TakeawayKind> of(TakeawayKind.For whom) {
        return kinds.stream().filter(kind -> kind.whom() == whom).toList();
    }
}
