package app.teahouse.kernel;

/**
 * Something that happened in a circle, named in the past tense and kept in the outbox in the transaction that made it happen.
 * Events are records of ids, numbers, texts, instants and lists of these: they are stored as JSON.
 */
public interface Event {
    CircleId circle();
}
