package app.teahouse.syndication;

import app.teahouse.accounts.OtherWaysIn;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What becomes of the addresses of feeds when their owner takes their data along or leaves, or wins the account back. */
@Component
@Order(-4)
class LeaveFeeds implements Leaving, OtherWaysIn, OwnData {
    private final Db db;
    private final PersonalAddresses addresses;

    LeaveFeeds(Db db, PersonalAddresses addresses) {
        this.db = db;
        this.addresses = addresses;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        end(account);
        return false;
    }

    @Override
    public void end(AccountId account) {
        db.sql("delete from syndication.address where account_id = :account")
                .with("account", account)
                .run();
    }

    private record Mine(UUID circle, Instant madeAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        archive.json(
                "feeds.json",
                addresses.of(account).entrySet().stream()
                        .map(one -> new Mine(one.getKey().value(), one.getValue()))
                        .toList());
    }
}
