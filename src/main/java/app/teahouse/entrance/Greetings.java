package app.teahouse.entrance;

import app.teahouse.kernel.AccountId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is said to somebody who has just signed in, whichever way they came. */
@Component
public class Greetings {
    private final ObjectProvider<Greeting> all;

    Greetings(ObjectProvider<Greeting> all) {
        this.all = all;
    }

    /** The first that has something to say; a message without facts. */
    public Optional<String> to(AccountId account) {
        return all.stream().flatMap(greeting -> greeting.to(account).stream()).findFirst();
    }
}
