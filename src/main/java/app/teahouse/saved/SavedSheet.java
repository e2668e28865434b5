package app.teahouse.saved;

import app.teahouse.content.Posts;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody keeps with a post: whether it is saved, its folder, the note and the passages. */
@Component
class SavedSheet {
    private final Db db;
    private final Posts posts;

    SavedSheet(Db db, Posts posts) {
        this.db = db;
        this.posts = posts;
    }

    /** For the button below a post. */
    Kept kept(Member member, long number) {
        return db.sql("""
                select p.note <> '' or p.folder_id is not null
                       or exists (select 1
                                    from saved.passage q
                                   where q.account_id = p.account_id and q.circle_id = p.circle_id and q.number = p.number)
                  from saved.post p
                 where account_id = :account and circle_id = :circle and number = :number
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .maybe((row, n) -> row.getBoolean(1) ? Kept.WITH_WORDS : Kept.SAVED)
                .orElse(Kept.NOT);
    }

    private record Row(String note, @Nullable FolderId folder) {}

    /** @throws Refusal {@code post.unknown} where the post cannot be seen and is not saved either */
    SavedView read(Member member, long number) {
        var row = db.sql("""
                select note, folder_id
                  from saved.post
                 where account_id = :account and circle_id = :circle and number = :number
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .maybe((found, n) -> {
                    var folder = Db.maybeUuid(found, 2);
                    return new Row(found.getString(1), folder == null ? null : new FolderId(folder));
                });
        var post = posts.live(member.circle(), number);
        if (row.isEmpty() && post.isEmpty()) {
            throw Refusal.notFound("post.unknown");
        }
        var folder = row.map(Row::folder).orElse(null);
        return new SavedView(
                "/c/" + member.face().slug() + "/p/" + number,
                post.map(Posts.Brief::name).orElse(null),
                row.isPresent(),
                row.map(Row::note).orElse(""),
                folder == null ? "" : Ids.text(folder),
                passages(member.person(), List.of(new SavedPlace(member.circle(), number)))
                        .getOrDefault(new SavedPlace(member.circle(), number), List.of()));
    }

    /** Of several posts at once, in the order in which they stand in each. */
    Map<SavedPlace, List<Quotation>> passages(Person person, Collection<SavedPlace> places) {
        record Found(SavedPlace place, Quotation passage) {}
        return db
                .sql("""
                select q.circle_id, q.number, q.passage_id, q.words, q.part
                  from unnest(:circles, :numbers) as s (circle_id, number)
                  join saved.passage q
                    on q.account_id = :account and q.circle_id = s.circle_id and q.number = s.number
                 order by q.part nulls last, q.passage_id
                """)
                .with("account", person.account())
                .withIds("circles", places.stream().map(SavedPlace::circle).toList())
                .withNumbers("numbers", places.stream().map(SavedPlace::number).toList())
                .all((row, n) -> new Found(
                        new SavedPlace(new CircleId(Db.uuid(row, 1)), row.getLong(2)),
                        new Quotation(
                                new PassageId(Db.uuid(row, 3)), row.getString(4), row.getObject(5, Integer.class))))
                .stream()
                .collect(Collectors.groupingBy(Found::place, Collectors.mapping(Found::passage, Collectors.toList())));
    }
}
