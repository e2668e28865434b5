package app.teahouse.connections;

/** Where the database is: the operator's own, or the embedded one. */
public record DatabaseAddress(String url, String user, String password) {}
