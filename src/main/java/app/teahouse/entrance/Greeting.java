package app.teahouse.entrance;

import app.teahouse.kernel.AccountId;
import java.util.Optional;

/** What is said to somebody who has just signed in, such as that something waits for them. Rooms above bring theirs as beans. */
public interface Greeting {

    /** A message without facts, or nothing. */
    Optional<String> to(AccountId account);
}
