package app.teahouse.circles;

import app.teahouse.kernel.Settings;
import app.teahouse.text.Context;
import app.teahouse.text.Mention;
import app.teahouse.text.Stored;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the texts of a circle's face may refer to: they are read by strangers, so they name nobody. */
@Component
class CircleContext implements Context {
    private final String host;

    CircleContext(Settings settings) {
        this.host = String.valueOf(settings.url().getHost());
    }

    @Override
    public Optional<Mention> mention(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Stored> file(String id) {
        return Optional.empty();
    }

    @Override
    public boolean isOwn(String other) {
        return other.equalsIgnoreCase(host);
    }
}
