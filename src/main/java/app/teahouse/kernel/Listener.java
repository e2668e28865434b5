package app.teahouse.kernel;

/**
 * Takes one kind of event from the outbox, at least once and in order per circle. Its effect and the mark that it was handled
 * stand in one transaction, so in the database the effect happens once.
 */
public interface Listener<E extends Event> {

    Class<E> event();

    /** A name that never changes: it is stored. */
    default String name() {
        return getClass().getSimpleName();
    }

    void on(E event);
}
