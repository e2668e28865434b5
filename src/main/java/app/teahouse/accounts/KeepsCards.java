package app.teahouse.accounts;

/**
 * A room above that keeps copies of people's names and pictures, so that its lists need no other table. It is told in the
 * transaction of the change, and brings its copies up to date there or soon after.
 */
public interface KeepsCards {
    void cardChanged(AccountCard card);
}
