package app.teahouse.imports;

import app.teahouse.away.AskForPictures;
import app.teahouse.circles.Pulse;
import app.teahouse.content.KeepImported;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.tags.MakeTag;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Staff say yes to what they saw. All new articles get their numbers here, so that links between them can be written while they
 * come in; articles the circle has already are left alone.
 */
@Component
class BeginImport {
    private final Db db;
    private final KeepImported imported;
    private final Pulse pulse;
    private final MakeTag makeTag;
    private final AskForPictures askForPictures;
    private final TransactionTemplate transaction;

    BeginImport(
            Db db,
            KeepImported imported,
            Pulse pulse,
            MakeTag makeTag,
            AskForPictures askForPictures,
            TransactionTemplate transaction) {
        this.db = db;
        this.imported = imported;
        this.pulse = pulse;
        this.makeTag = makeTag;
        this.askForPictures = askForPictures;
        this.transaction = transaction;
    }

    private record Waiting(int position, String path) {}

    /** @param fetch whether pictures at other hosts are to be fetched */
    void begin(Staff staff, RunId run, boolean fetch) {
        makeTags(staff, run);
        transaction.executeWithoutResult(_ -> start(staff, run, fetch));
    }

    /** Each by itself: a name that cannot be a tag must not keep the articles out. */
    private void makeTags(Staff staff, RunId run) {
        var names = db.sql("""
                select distinct unnest(tags)
                  from imports.article
                 where circle_id = :circle and run_id = :run
                 limit 200
                """).with("circle", staff.circle()).with("run", run).all((row, n) -> row.getString(1));
        for (var name : names) {
            try {
                makeTag.make(staff, name);
            } catch (Refusal refusal) {
                Oddities.note(db, staff.circle(), run, new Plan.Oddity("manifest.csv", "tag", name));
            }
        }
    }

    private void start(Staff staff, RunId run, boolean fetch) {
        var circle = staff.circle();
        lock(circle, run);
        var waiting = db.sql("""
                select position, path
                  from imports.article
                 where circle_id = :circle and run_id = :run and state = 'waiting'
                 order by position
                 limit 10000
                """)
                .with("circle", circle)
                .with("run", run)
                .all((row, n) -> new Waiting(row.getInt(1), row.getString(2)));
        var known = imported.known(
                circle, waiting.stream().map(one -> key(one.path())).toList());
        var fresh = waiting.stream()
                .filter(one -> !known.containsKey(key(one.path())))
                .toList();
        var same = waiting.stream()
                .filter(one -> known.containsKey(key(one.path())))
                .toList();
        same.forEach(one -> number(circle, run, one, known.getOrDefault(key(one.path()), 0L), "same"));
        open(circle, run, same.size(), fresh.isEmpty(), fetch);
        if (fetch) {
            askForPictures.ask(staff, known.values());
        }
        take(circle, run, fresh);
    }

    static String key(String path) {
        return "md:" + path;
    }

    /** Lets only one of two at once begin. */
    private void lock(CircleId circle, RunId run) {
        var state = db.sql("""
                select state
                  from imports.run
                 where circle_id = :circle and run_id = :run
                   for no key update
                """)
                .with("circle", circle)
                .with("run", run)
                .maybe(String.class)
                .orElseThrow(() -> Refusal.notFound("import.unknown"));
        if (!state.equals("ready")) {
            throw Refusal.conflict("import.not-ready");
        }
    }

    /** The counter of numbers is locked last. */
    private void take(CircleId circle, RunId run, List<Waiting> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var first = pulse.nextQuiet(circle, fresh.size());
        for (var i = 0; i < fresh.size(); i++) {
            number(circle, run, fresh.get(i), first + i, "waiting");
        }
    }

    private void number(CircleId circle, RunId run, Waiting one, long number, String state) {
        db.sql("""
                update imports.article
                   set number = :number, state = :state
                 where circle_id = :circle and run_id = :run and position = :position
                """)
                .with("circle", circle)
                .with("run", run)
                .with("position", one.position())
                .with("number", number)
                .with("state", state)
                .run();
    }

    private void open(CircleId circle, RunId run, int same, boolean nothingNew, boolean fetch) {
        db.sql("""
                update imports.run
                   set state = case when :nothing then 'done' else 'running' end,
                       finished_at = case when :nothing then made_at end,
                       same = :same, with_pictures = :fetch
                 where circle_id = :circle and run_id = :run
                """)
                .with("circle", circle)
                .with("run", run)
                .with("nothing", nothingNew)
                .with("same", same)
                .with("fetch", fetch)
                .run();
    }
}
