package app.teahouse.arrivals;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.luggage.Arrival;
import app.teahouse.members.Came;
import app.teahouse.members.Enrol;
import app.teahouse.packing.ZipIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sees to it that the circle has its owner, and keeps the marks by which members are known again. */
@Component
class FinishArrival {
    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Db db;
    private final Enrol enrol;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FinishArrival(Db db, Enrol enrol, JsonMapper json, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.enrol = enrol;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * All rows are in but the circle's own. May be repeated.
     *
     * @throws Refusal {@code arrival.no-owner}
     */
    void prepare(Arrival arrival, ZipIn zip) throws IOException {
        if (arrival.own() != 0 && !isOwned(arrival)) {
            throw Refusal.conflict("arrival.no-owner");
        }
        var part = 1;
        for (var marks = zip.read(path(part)); marks.isPresent(); marks = zip.read(path(++part))) {
            keep(arrival, read(path(part), marks.get()));
        }
    }

    /** The circle is there. */
    void finish(Arrival arrival) {
        transaction.executeWithoutResult(_ -> {
            if (arrival.own() == 0) {
                enrol.enrol(arrival.circle(), arrival.by(), Role.OWNER, 0, Came.ARCHIVE);
            }
            db.sql("""
                    update arrivals.arrival
                       set state = 'done', finished_at = :now
                     where circle_id = :circle and state = 'running'
                    """)
                    .with("circle", arrival.circle())
                    .with("now", clock.instant())
                    .run();
        });
    }

    private static String path(int part) {
        return "people/" + String.format(Locale.ROOT, "%06d", part) + ".jsonl";
    }

    private boolean isOwned(Arrival arrival) {
        return db.sql("""
                select 1
                  from members.membership
                 where circle_id = :circle and account_id = :owner and role = 'owner' and state = 'active'
                """)
                .with("circle", arrival.circle())
                .with("owner", arrival.by())
                .exists();
    }

    private record Marked(long number, String mark) {}

    private List<Marked> read(String path, byte[] content) {
        var marks = new ArrayList<Marked>();
        var line = 0;
        for (var text : new String(content, StandardCharsets.UTF_8).split("\n")) {
            line++;
            try {
                var tree = json.readTree(text);
                var mark = tree.path("mark").asString("");
                if (!tree.path("member").isIntegralNumber()
                        || !MARK.matcher(mark).matches()) {
                    throw wrong(path, line);
                }
                marks.add(new Marked(tree.path("member").asLong(), mark));
            } catch (JacksonException e) {
                throw wrong(path, line);
            }
        }
        return marks;
    }

    private static Refusal wrong(String path, int line) {
        return Refusal.invalid("file", "luggage.bad-value")
                .with("path", path)
                .with("line", line)
                .with("field", "mark");
    }

    /** Only whoever is or was a member has a place, and who brought the circle has theirs. */
    private void keep(Arrival arrival, List<Marked> marks) {
        db.sql("""
                insert into arrivals.place (circle_id, number, mark)
                select :circle, x.number, x.mark
                  from unnest(:numbers, :marks) as x (number, mark)
                  join members.membership m on m.circle_id = :circle and m.number = x.number
                 where x.number <> :own
                on conflict (circle_id, number) do nothing
                """)
                .with("circle", arrival.circle())
                .with("own", arrival.own())
                .withNumbers("numbers", marks.stream().map(Marked::number).toList())
                .withTexts("marks", marks.stream().map(Marked::mark).toList())
                .run();
    }
}
