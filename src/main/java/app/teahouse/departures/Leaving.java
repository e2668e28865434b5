package app.teahouse.departures;

import app.teahouse.kernel.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * A room above that holds something of an account, and takes part when the account is deleted. One comes to its turn when those
 * before it are through: give it an {@code @Order} of minus the room's floor. {@code members} is there twice: it ends the memberships
 * before all others, and forgets last in which circles they were.
 */
public interface Leaving {

    /** What the person has to settle first, such as circles that need another owner. At most twenty of them. */
    default List<Obstacle> obstacles(AccountId account) {
        return List.of();
    }

    /**
     * Takes the next bounded part of the account's traces away, in transactions of its own; may be repeated. The account cannot
     * sign in any more when this is called.
     *
     * @param wordsGo whether posts and comments go too; otherwise they stay as those of a former member
     * @return whether there is more to do
     */
    boolean step(AccountId account, boolean wordsGo, Instant now);

    /** Something that stands in the way, and where it is settled. */
    record Obstacle(String title, String path) {}
}
