package app.teahouse.exports;

import app.teahouse.accounts.Email;
import app.teahouse.accounts.VerifiedAddresses;
import app.teahouse.arrivals.Origins;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Settings;
import app.teahouse.packing.Keys;
import app.teahouse.packing.Manifest;
import app.teahouse.packing.Pack;
import app.teahouse.packing.ZipOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what stands at the end of an export: the members' marks, what the archive is, and what may differ between two. */
@Component
class FinishExport {
    private static final int PART = 1_000;

    private final Db db;
    private final Keys keys;
    private final Origins origins;
    private final VerifiedAddresses addresses;
    private final JsonMapper json;
    private final Settings settings;
    private final Clock clock;

    FinishExport(
            Db db,
            Keys keys,
            Origins origins,
            VerifiedAddresses addresses,
            JsonMapper json,
            Settings settings,
            Clock clock) {
        this.db = db;
        this.keys = keys;
        this.origins = origins;
        this.addresses = addresses;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    void finish(WorkExports.Run run, Pack.Progress progress, ZipOut zip) throws IOException {
        if (run.key() != null && run.check() != null) {
            writeMarks(run.circle(), keys.blind(run.key(), run.id().value()), run.check(), zip);
        }
        circle(run.circle(), new TreeMap<>(progress.counts())).write(zip, json);
        zip.add("about.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(about(run)));
        zip.finish();
    }

    private Manifest circle(CircleId circle, Map<String, Long> counts) {
        return db.sql("""
                select c.name, c.promise, c.language, c.zone, m.number, m.alias
                  from circles.circle c
                  join members.membership m on m.circle_id = c.circle_id and m.account_id = c.owner_id
                 where c.circle_id = :circle
                """)
                .with("circle", circle)
                .one((row, n) -> new Manifest(
                        Manifest.FORMAT,
                        Manifest.VERSION,
                        origins.of(circle),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        counts));
    }

    private Map<String, Object> about(WorkExports.Run run) {
        var about = new LinkedHashMap<String, Object>();
        about.put("exported_at", clock.instant().toString());
        about.put("site", settings.base());
        about.put("slug", slug(run.circle()));
        if (run.check() != null) {
            about.put("passphrase_check", run.check());
        }
        return about;
    }

    private String slug(CircleId circle) {
        return db.sql("select slug from circles.circle where circle_id = :circle")
                .with("circle", circle)
                .one(String.class);
    }

    private record One(long number, AccountId account) {}

    private void writeMarks(CircleId circle, byte[] key, String check, ZipOut zip) throws IOException {
        var part = 0;
        var page = members(circle, 0);
        while (!page.isEmpty()) {
            var lines = marks(circle, key, check, page);
            if (!lines.isEmpty()) {
                part++;
                zip.add(
                        "people/" + String.format(Locale.ROOT, "%06d", part) + ".jsonl",
                        lines.getBytes(StandardCharsets.UTF_8));
            }
            page = members(circle, page.getLast().number());
        }
    }

    private List<One> members(CircleId circle, long after) {
        return db.sql("""
                select number, account_id
                  from members.membership
                 where circle_id = :circle and number > :after
                 order by number
                 limit :most
                """)
                .with("circle", circle)
                .with("after", after)
                .with("most", PART)
                .all((row, n) -> new One(row.getLong(1), new AccountId(Db.uuid(row, 2))));
    }

    private String marks(CircleId circle, byte[] key, String check, List<One> page) {
        var known = addresses.of(page.stream().map(One::account).toList());
        var waiting =
                origins.marks(circle, check, page.stream().map(One::number).toList());
        var lines = new StringBuilder();
        for (var member : page) {
            var mark = mark(key, known, waiting, member);
            if (mark != null) {
                lines.append("{\"member\":")
                        .append(member.number())
                        .append(",\"mark\":\"")
                        .append(mark)
                        .append("\"}\n");
            }
        }
        return lines.toString();
    }

    private @Nullable String mark(byte[] key, Map<AccountId, Email> known, Map<Long, String> waiting, One member) {
        var email = known.get(member.account());
        return email != null ? keys.mark(key, email) : waiting.get(member.number());
    }
}
