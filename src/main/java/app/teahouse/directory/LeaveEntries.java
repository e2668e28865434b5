package app.teahouse.directory;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person says of themselves in directories is theirs to take along, and goes with their account. */
@Component
@Order(-3)
class LeaveEntries implements Leaving, OwnData {
    private final EntryRows rows;
    private final DirectoryHousehold household;
    private final CirclesOf circlesOf;

    LeaveEntries(EntryRows rows, DirectoryHousehold household, CirclesOf circlesOf) {
        this.rows = rows;
        this.household = household;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> household.forget(circle, account));
        return false;
    }

    private record Line(UUID circle, String state, Said said, Map<String, String> audiences, String reason) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("directory.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                var entry = rows.of(circle, account).orElse(null);
                if (entry != null) {
                    var audiences = new TreeMap<String, String>();
                    entry.audiences().forEach((field, audience) -> audiences.put(field.key(), Db.name(audience)));
                    archive.line(
                            file, new Line(circle.value(), entry.stateName(), entry.said(), audiences, entry.reason()));
                }
            }
        }
    }
}
