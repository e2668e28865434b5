package app.teahouse.files;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The portraits of somebody who deletes their account go; files in circles go when no words need them any more. */
@Component
@Order(-2)
class LeaveFiles implements Leaving, OwnData {
    private static final int STEP = 50;

    private final Db db;
    private final StoredFiles storedFiles;
    private final Uploads uploads;

    LeaveFiles(Db db, StoredFiles storedFiles, Uploads uploads) {
        this.db = db;
        this.storedFiles = storedFiles;
        this.uploads = uploads;
    }

    private record Portrait(FileId id, List<Integer> widths) {}

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var portraits = portraits(account);
        for (var portrait : portraits) {
            storedFiles.delete(portrait.id(), portrait.widths());
            db.sql("delete from files.portrait where account_id = :account and file_id = :file")
                    .with("account", account)
                    .with("file", portrait.id())
                    .run();
        }
        return !portraits.isEmpty();
    }

    private List<Portrait> portraits(AccountId account) {
        return db.sql("""
                select file_id, widths
                  from files.portrait
                 where account_id = :account
                 order by file_id
                 limit :most
                """)
                .with("account", account)
                .with("most", STEP)
                .all((row, n) -> new Portrait(new FileId(Db.uuid(row, 1)), List.of((Integer[])
                        row.getArray(2).getArray())));
    }

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        for (var portrait : portraits(account)) {
            uploads.copy(
                    portrait.id(),
                    portrait.widths(),
                    "portraits/" + portrait.id().key(),
                    archive);
        }
    }
}
