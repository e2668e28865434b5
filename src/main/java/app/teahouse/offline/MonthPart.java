package app.teahouse.offline;

import app.teahouse.kernel.Db;
import app.teahouse.offline.Line.Brief;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The posts of each month, oldest first, and the list of months. Posts are not kept in the order of their dates, since imported
 * ones have old dates and new numbers; so a month is read by large pieces, each cut into many pages.
 */
@Component
class MonthPart implements Part {
    private static final int PIECE = 50 * Disk.LINES;

    private final Db db;
    private final Templates templates;

    MonthPart(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "months";
    }

    static String path(YearMonth month) {
        return Disk.list("dates/" + month, 1);
    }

    private record Month(YearMonth month, long posts) {}

    /** The place is a month, and in it the page that is next with the moment and number of the post before. */
    @Override
    public @Nullable String next(Disk disk, String at) throws IOException {
        if (at.isEmpty()) {
            return months(disk);
        }
        var place = at.split(" ");
        var month = YearMonth.parse(place[0]);
        var page = Integer.parseInt(place[1]);
        var rows = rows(disk, month, Instant.parse(place[2]), Long.parseLong(place[3]));
        var whole = rows.size() > PIECE;
        var shown = rows.subList(0, Math.min(PIECE, rows.size()));
        for (var from = 0; from < shown.size(); from += Disk.LINES) {
            var lines = shown.subList(from, Math.min(shown.size(), from + Disk.LINES));
            put(disk, month, page++, lines, whole || from + Disk.LINES < shown.size());
        }
        if (whole) {
            var last = shown.getLast();
            return month + " " + page + " " + last.at() + " " + last.number();
        }
        return after(disk, month);
    }

    private void put(Disk disk, YearMonth month, int page, List<Brief> posts, boolean more) throws IOException {
        var name = "dates/" + month;
        var lines = posts.stream().map(post -> post.line(disk)).toList();
        disk.put(
                Disk.list(name, page),
                templates.offlineList(
                        disk, Listing.of(name, page, disk.month(month), "dates/index.html", lines, more)));
    }

    /** The list of all months, newest first; answers where the first one begins. */
    private @Nullable String months(Disk disk) throws IOException {
        var months = db.sql("""
                select to_char(published_at at time zone :zone, 'YYYY-MM'), count(*)
                  from content.post
                 where circle_id = :circle and state = 'live'
                 group by 1
                 order by 1 desc
                 limit 20000
                """)
                .with("circle", disk.circle())
                .with("zone", disk.face().zone().getId())
                .all((row, n) -> new Month(YearMonth.parse(row.getString(1)), row.getLong(2)));
        var lines = months.stream()
                .map(month -> new Line(
                        path(month.month()),
                        disk.month(month.month()),
                        disk.t("offline.posts", "count", month.posts())))
                .toList();
        disk.put(
                "dates/index.html",
                templates.offlineList(disk, new Listing("../", disk.t("offline.dates"), null, lines, null, null)));
        return months.isEmpty() ? null : begin(months.getLast().month());
    }

    private static String begin(YearMonth month) {
        return month + " 1 " + Instant.EPOCH.minusSeconds(Integer.MAX_VALUE * 20L) + " 0";
    }

    private @Nullable String after(Disk disk, YearMonth month) {
        return db.sql("""
                select to_char(published_at at time zone :zone, 'YYYY-MM')
                  from content.post
                 where circle_id = :circle and state = 'live' and published_at >= :end
                 order by published_at
                 limit 1
                """)
                .with("circle", disk.circle())
                .with("zone", disk.face().zone().getId())
                .with(
                        "end",
                        month.plusMonths(1)
                                .atDay(1)
                                .atStartOfDay(disk.face().zone())
                                .toInstant())
                .maybe(String.class)
                .map(next -> begin(YearMonth.parse(next)))
                .orElse(null);
    }

    private List<Brief> rows(Disk disk, YearMonth month, Instant at, long number) {
        var zone = disk.face().zone();
        return db.sql("""
                select p.number, p.title, p.excerpt, p.published_at, coalesce(m.alias, p.byline)
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.state = 'live' and p.published_at >= :start and p.published_at < :end
                   and (p.published_at, p.number) > (:at, :number)
                 order by p.published_at, p.number
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("start", month.atDay(1).atStartOfDay(zone).toInstant())
                .with("end", month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
                .with("at", at)
                .with("number", number)
                .with("most", PIECE + 1)
                .all((row, n) -> Brief.read(row));
    }
}
