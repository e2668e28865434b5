package app.teahouse.home;

/**
 * What somebody without a circle can do next.
 *
 * @param empty whether there is nothing to discover yet
 * @param mayFound whether they may found a circle
 * @param unclaimed whether the site still waits for its operator
 */
public record StartView(boolean empty, boolean mayFound, boolean unclaimed) {}
