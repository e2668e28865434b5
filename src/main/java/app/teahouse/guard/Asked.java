package app.teahouse.guard;

/** Who wants to read which post. */
public record Asked(Reader reader, Guarded post) {}
