package app.teahouse.reservations;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A partner brings a list of people. It is read and kept as lines without addresses, so that they see what will come before anything does. */
@Component
class ReadList {
    private static final int MOST_LINES = 50_000;
    private static final int MOST_WAITING = 5;
    private static final int AT_ONCE = 1_000;

    private final Db db;
    private final Marks marks;
    private final Clock clock;

    ReadList(Db db, Marks marks, Clock clock) {
        this.db = db;
        this.marks = marks;
        this.clock = clock;
    }

    /** @throws Refusal {@code reservation.…} for a file that is no list as a whole; a line that is wrong is only told of */
    @Transactional
    ListId read(Partner partner, String fileName, InputStream content) throws IOException {
        var text = Letters.of(content);
        var heads = Heads.of(text);
        var entries = entries(text, heads);
        checkWaiting(partner);
        var list = new ListId(Ids.next());
        write(partner, list, fileName, heads, entries);
        for (var from = 0; from < entries.size(); from += AT_ONCE) {
            write(partner, list, entries.subList(from, Math.min(entries.size(), from + AT_ONCE)));
        }
        return list;
    }

    private List<Entry> entries(String text, Heads heads) {
        var grid = new Grid(text, heads.between());
        grid.next();
        var entries = new ArrayList<Entry>();
        var known = new HashSet<String>();
        for (var row = grid.next(); row != null; row = grid.next()) {
            if (entries.size() == MOST_LINES) {
                throw Refusal.invalid("file", "reservation.too-many-lines").with("most", MOST_LINES);
            }
            entries.add(Entry.of(heads, row, marks::of, known));
        }
        if (entries.isEmpty()) {
            throw Refusal.invalid("file", "reservation.nothing-in-it");
        }
        return entries;
    }

    /** Lists that wait hold names, so they are not heaped up. */
    private void checkWaiting(Partner partner) {
        var waiting = db.sql("select count(*) from reservations.list where circle_id = :circle and state = 'ready'")
                .with("circle", partner.circle())
                .one(Long.class);
        if (waiting >= MOST_WAITING) {
            throw Refusal.conflict("reservation.lists-wait").with("most", MOST_WAITING);
        }
    }

    private void write(Partner partner, ListId list, String fileName, Heads heads, List<Entry> entries) {
        db.sql("""
                insert into reservations.list
                       (circle_id, list_id, state, file_name, made_by, made_at, total, faulty, unknown)
                values (:circle, :list, 'ready', :file, :by, :now, :total, :faulty, :unknown)
                """)
                .with("circle", partner.circle())
                .with("list", list)
                .with("file", fileName.substring(0, Math.min(200, fileName.length())))
                .with("by", partner.account())
                .with("now", clock.instant())
                .with("total", entries.size())
                .with(
                        "faulty",
                        entries.stream().filter(entry -> entry.mark() == null).count())
                .withTexts("unknown", heads.unknown())
                .run();
    }

    /** Nothing is an empty text on the way, since arrays of ours hold no nulls; tags are held apart by a line's end. */
    private void write(Partner partner, ListId list, List<Entry> entries) {
        db.sql("""
                insert into reservations.line
                       (circle_id, list_id, line, state, odd, detail, place_id, mark, name, tags, joined_on, expires_on, note)
                select :circle, :list, x.line, case when x.mark = '' then 'refused' else 'waiting' end, x.odd, x.detail,
                       x.place, nullif(x.mark, ''), x.name, string_to_array(x.tags, chr(10)),
                       cast(nullif(x.joined, '') as date), cast(nullif(x.expires, '') as date), x.note
                  from unnest(:lines, :odds, :details, :places, :marks, :names, :tags, :joined, :expires, :notes)
                    as x (line, odd, detail, place, mark, name, tags, joined, expires, note)
                """)
                .with("circle", partner.circle())
                .with("list", list)
                .withInts("lines", entries.stream().map(Entry::line).toList())
                .withTexts("odds", each(entries, Entry::odd))
                .withTexts("details", each(entries, Entry::detail))
                .withIds(
                        "places",
                        entries.stream().map(_ -> new PlaceId(Ids.next())).toList())
                .withTexts("marks", each(entries, entry -> Objects.requireNonNullElse(entry.mark(), "")))
                .withTexts("names", each(entries, Entry::name))
                .withTexts(
                        "tags",
                        each(entries, entry -> String.join("\n", entry.notes().tags())))
                .withTexts("joined", each(entries, entry -> day(entry.notes().joinedOn())))
                .withTexts("expires", each(entries, entry -> day(entry.notes().expiresOn())))
                .withTexts("notes", each(entries, entry -> entry.notes().note()))
                .run();
    }

    private static List<String> each(List<Entry> entries, Function<Entry, String> part) {
        return entries.stream().map(part).toList();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
