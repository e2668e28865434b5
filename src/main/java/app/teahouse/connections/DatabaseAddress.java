package app.teahouse.connections;

/**
 * Where the database is: the operator's own, or the embedded one.
 *
 * @param user as whom the program works. It may change rows, but neither tables nor what must stay as it was written
 * @param owner who owns the tables and changes them at the start; where the operator gave only one role, the same as {@code user}
 */
public record DatabaseAddress(String url, String user, String password, String owner, String ownerPassword) {

    public boolean hasTwoRoles() {
        return !user.equals(owner);
    }
}
