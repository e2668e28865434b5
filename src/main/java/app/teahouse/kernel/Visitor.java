package app.teahouse.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Anybody at all, signed in or not. A door that takes a visitor is public. */
public final class Visitor {
    private final @Nullable Person person;

    public Visitor(@Nullable Person person) {
        this.person = person;
    }

    public Optional<Person> person() {
        return Optional.ofNullable(person);
    }
}
