package app.teahouse.passkeys;

import app.teahouse.accounts.OtherWaysIn;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import java.io.IOException;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of passkeys when their owner takes their data along or leaves, or wins the account back. */
@Component
class LeavePasskeys implements Leaving, OtherWaysIn, OwnData {
    private final PasskeyRows rows;
    private final PasskeyList list;

    LeavePasskeys(PasskeyRows rows, PasskeyList list) {
        this.rows = rows;
        this.list = list;
    }

    @Override
    @Transactional
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        end(account);
        return false;
    }

    @Override
    public void end(AccountId account) {
        for (var one : rows.findByUserId(PasskeyRows.handle(account))) {
            rows.delete(account, one.getCredentialId().getBytes());
        }
    }

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        archive.json("passkeys.json", list.of(account));
    }
}
