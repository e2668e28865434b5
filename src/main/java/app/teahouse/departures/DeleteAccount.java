package app.teahouse.departures;

import app.teahouse.accounts.CloseAccount;
import app.teahouse.accounts.ProvePassword;
import app.teahouse.departures.Leaving.Obstacle;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody deletes their account. Nobody can sign in with it from the moment on; what other rooms hold of it is taken away in
 * steps, by {@link FinishDepartures}.
 */
@Component
class DeleteAccount {
    private final Db db;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ProvePassword prove;
    private final CloseAccount closeAccount;
    private final List<Leaving> rooms;

    DeleteAccount(
            Db db,
            Clock clock,
            TransactionTemplate transaction,
            ProvePassword prove,
            CloseAccount closeAccount,
            List<Leaving> rooms) {
        this.db = db;
        this.clock = clock;
        this.transaction = transaction;
        this.prove = prove;
        this.closeAccount = closeAccount;
        this.rooms = rooms;
    }

    /** What becomes of what the person wrote: it stays as that of a former member, or goes. */
    enum Words {
        STAY,
        GO
    }

    /** What has to be settled first: circles that would be left without an owner. */
    List<Obstacle> obstacles(Person person) {
        return rooms.stream()
                .flatMap(room -> room.obstacles(person.account()).stream())
                .toList();
    }

    void delete(Person person, String password, Words words) {
        prove.prove(person, "password", password);
        transaction.executeWithoutResult(_ -> {
            closeAccount.hold(person);
            checkFree(person);
            db.sql("""
                    insert into departures.departure (account_id, words, made_at, next_at)
                    values (:account, :words, :now, :now)
                        on conflict (account_id) do nothing
                    """)
                    .with("account", person.account())
                    .with("words", words)
                    .with("now", clock.instant())
                    .run();
            closeAccount.close(person);
        });
    }

    private void checkFree(Person person) {
        if (person.signIn().operator()) {
            throw Refusal.conflict("account.runs-site");
        }
        if (!obstacles(person).isEmpty()) {
            throw Refusal.conflict("account.owns-circles");
        }
    }
}
