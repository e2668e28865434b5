package app.teahouse.luggage;

import java.util.List;
import org.springframework.stereotype.Component;

/** The events of a circle: nobody is told twice of what happened long ago, so they stay. */
@Component
class KernelLuggage implements Luggage {
    private static final String WHY = "who had to be told was told on the site where it happened";

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("kernel.event", WHY),
                Crate.stays("kernel.event_handled", WHY),
                Crate.stays("kernel.event_lease", WHY));
    }
}
