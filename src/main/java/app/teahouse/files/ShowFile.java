package app.teahouse.files;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands a file out to somebody who may see it, whichever door they came through. */
@Component
public class ShowFile {
    static final Pattern KEY = Pattern.compile("([a-z2-7]{26})(?:-(\\d{1,5}))?");
    static final Duration YEAR = Duration.ofDays(365);

    private final Store store;
    private final Db db;
    private final ObjectProvider<Custody> custody;

    ShowFile(Store store, Db db, ObjectProvider<Custody> custody) {
        this.store = store;
        this.db = db;
        this.custody = custody;
    }

    /**
     * A file, or one size of a picture. Ranges are answered, so that sound and film can be entered in the middle.
     *
     * @throws Refusal {@code file.unknown}, also for a file that only readers of the circle may see
     */
    public ResponseEntity<Resource> show(Onlooker onlooker, String key) throws IOException {
        var parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw unknown();
        }
        var id = new FileId(Ids.parse(parts.group(1)));
        var found = db.sql("""
                select f.name, f.kind, f.type, f.shown, f.widths, f.account_id,
                       array(select h.post_id
                               from files.holding h
                              where h.circle_id = f.circle_id and h.file_id = f.file_id and h.post_id is not null
                              order by h.post_id
                              limit 20),
                       array(select h.comment_id
                               from files.holding h
                              where h.circle_id = f.circle_id and h.file_id = f.file_id and h.comment_id is not null
                              order by h.comment_id
                              limit 20),
                       exists (select 1
                                 from files.holding h
                                where h.circle_id = f.circle_id and h.file_id = f.file_id and h.post_id is null
                                  and h.comment_id is null and not h.draft)
                  from files.file f
                 where f.circle_id = :circle and f.file_id = :file
                """)
                .with("circle", onlooker.circle())
                .with("file", id)
                .maybe((row, n) -> new Found(
                        row.getString(1),
                        Db.constant(Kind.class, row.getString(2)),
                        row.getString(3),
                        row.getBoolean(4),
                        (Integer[]) row.getArray(5).getArray(),
                        Db.uuid(row, 6),
                        Db.uuids(row, 7),
                        Db.uuids(row, 8),
                        row.getBoolean(9)))
                .filter(file -> file.shown() || onlooker.mayRead() || isBy(onlooker, file.owner()))
                .orElseThrow(ShowFile::unknown);
        var way = way(onlooker, found);
        if (way == Custody.Way.SHUT) {
            throw Refusal.notAllowed("file.closed");
        }
        if (way == Custody.Way.LOOK && !found.kind().isShown()) {
            throw Refusal.notAllowed("file.protected");
        }
        return way == Custody.Way.LOOK
                ? send(
                        found.usual(id, parts.group(2)),
                        found.name(),
                        found.kind(),
                        found.type(),
                        CacheControl.noStore())
                : send(
                        found.key(id, parts.group(2)),
                        found.name(),
                        found.kind(),
                        found.type(),
                        CacheControl.maxAge(YEAR).cachePrivate().immutable());
    }

    /**
     * What is shown to everybody, what stands beside the circle, and what one brought oneself, is free. What somebody is only writing
     * yet is there for nobody else but the staff.
     */
    private Custody.Way way(Onlooker onlooker, Found file) {
        if (file.shown() || isBy(onlooker, file.owner())) {
            return Custody.Way.FREE;
        }
        if (!file.posts().isEmpty()) {
            return custody(Custody.Where.POSTS).way(onlooker, file.posts());
        }
        if (file.elsewhere() || seesAll(onlooker)) {
            return Custody.Way.FREE;
        }
        if (file.comments().isEmpty()) {
            throw unknown();
        }
        return custody(Custody.Where.COMMENTS).way(onlooker, file.comments());
    }

    private Custody custody(Custody.Where where) {
        return custody.stream().filter(one -> one.where() == where).findFirst().orElseThrow();
    }

    /** Also who is no member any more: what they wrote themselves stays theirs to read. */
    private static boolean isBy(Onlooker onlooker, UUID owner) {
        return onlooker.visitor()
                .person()
                .filter(person -> person.account().value().equals(owner))
                .isPresent();
    }

    private static boolean seesAll(Onlooker onlooker) {
        return onlooker.openUntil().isPresent()
                || onlooker.member().filter(Member::isStaff).isPresent();
    }

    /** @param elsewhere whether it stands in something that is neither a post, a comment nor a draft */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(
            String name,
            Kind kind,
            String type,
            boolean shown,
            Integer[] widths,
            UUID owner,
            List<UUID> posts,
            List<UUID> comments,
            boolean elsewhere) {

        /** The wished size, but none that is larger than what pages usually show. */
        String usual(FileId id, @Nullable String width) {
            var most = 0;
            for (var known : widths) {
                most = known <= StoredFiles.USUAL_WIDTH || most == 0 ? known : most;
            }
            var wished = width == null ? most : Integer.parseInt(width);
            return widths.length == 0 ? id.key() : key(id, String.valueOf(Math.min(wished, most)));
        }

        /** The wished size, or the largest. */
        String key(FileId id, @Nullable String width) {
            if (widths.length == 0) {
                return id.key();
            }
            for (var known : widths) {
                if (width != null && known == Integer.parseInt(width)) {
                    return id.key(known);
                }
            }
            return id.key(widths[widths.length - 1]);
        }
    }

    ResponseEntity<Resource> send(String key, String name, Kind kind, String type, CacheControl cache)
            throws IOException {
        var path = store.path(key);
        Resource body =
                path.isPresent() ? new FileSystemResource(path.get()) : new InputStreamResource(store.read(key));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", FileName.disposition(kind.isShown(), name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(cache)
                .body(body);
    }

    static Refusal unknown() {
        return Refusal.notFound("file.unknown");
    }
}
