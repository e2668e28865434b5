package app.teahouse.tokens;

import app.teahouse.accounts.OtherWaysIn;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What becomes of tokens when their owner takes their data along or leaves, or wins the account back. */
@Component
class LeaveTokens implements Leaving, OtherWaysIn, OwnData {
    private final Db db;
    private final TokenList list;
    private final RecogniseToken recognise;

    LeaveTokens(Db db, TokenList list, RecogniseToken recognise) {
        this.db = db;
        this.list = list;
        this.recognise = recognise;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        db.sql("delete from tokens.token where account_id = :account")
                .with("account", account)
                .run();
        recognise.forget(account);
        return false;
    }

    @Override
    public void end(AccountId account) {
        db.sql("delete from tokens.token where account_id = :account")
                .with("account", account)
                .run();
        recognise.forgetAfterCommit(account);
    }

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        archive.json("tokens.json", list.of(account));
    }
}
