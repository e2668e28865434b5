package app.teahouse.saved;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody arranges their folders for saved posts: few, each name once, in an order of their own. */
@Component
public class Folders {
    static final int MOST = 50;
    static final int LONGEST_NAME = 40;

    private final Db db;

    Folders(Db db) {
        this.db = db;
    }

    List<Folder> of(Person person) {
        return db.sql("""
                select folder_id, name
                  from saved.folder
                 where account_id = :account
                 order by position, folder_id
                 limit 50
                """)
                .with("account", person.account())
                .all((row, n) -> new Folder(new FolderId(Db.uuid(row, 1)), row.getString(2)));
    }

    /** The last one added stands last. */
    @Transactional
    public FolderId add(Person person, @Nullable String name) {
        var good = good(name);
        lock(person);
        if (of(person).size() >= MOST) {
            throw Refusal.conflict("saved.too-many-folders").with("most", MOST);
        }
        var id = new FolderId(Ids.next());
        var added = db.sql("""
                insert into saved.folder (account_id, folder_id, name, folded, position)
                select :account, :folder, :name, :folded, coalesce(max(position), 0) + 1
                  from saved.folder
                 where account_id = :account
                on conflict (account_id, folded) do nothing
                """)
                .with("account", person.account())
                .with("folder", id)
                .with("name", good)
                .with("folded", Folding.folded(good))
                .run();
        if (added == 0) {
            throw taken();
        }
        return id;
    }

    /** The one of this name, made if there is none. */
    @Transactional
    public FolderId named(Person person, String name) {
        var folded = Folding.folded(name.strip());
        return of(person).stream()
                .filter(folder -> Folding.folded(folder.name()).equals(folded))
                .map(Folder::id)
                .findFirst()
                .orElseGet(() -> add(person, name));
    }

    @Transactional
    void rename(Person person, FolderId folder, @Nullable String name) {
        var good = good(name);
        lock(person);
        var others = db.sql("""
                select 1
                  from saved.folder
                 where account_id = :account and folded = :folded and folder_id <> :folder
                """)
                .with("account", person.account())
                .with("folder", folder)
                .with("folded", Folding.folded(good));
        if (others.exists()) {
            throw taken();
        }
        var renamed = db.sql("""
                update saved.folder
                   set name = :name, folded = :folded
                 where account_id = :account and folder_id = :folder
                """)
                .with("account", person.account())
                .with("folder", folder)
                .with("name", good)
                .with("folded", Folding.folded(good))
                .run();
        if (renamed == 0) {
            throw unknown();
        }
    }

    /** What lay in it stays saved. */
    @Transactional
    void remove(Person person, FolderId folder) {
        lock(person);
        db.sql("update saved.post set folder_id = null where account_id = :account and folder_id = :folder")
                .with("account", person.account())
                .with("folder", folder)
                .run();
        db.sql("delete from saved.folder where account_id = :account and folder_id = :folder")
                .with("account", person.account())
                .with("folder", folder)
                .run();
    }

    /** One step up, or down; at the end nothing happens. */
    @Transactional
    void move(Person person, FolderId folder, boolean up) {
        lock(person);
        var all = of(person);
        var at = all.stream().map(Folder::id).toList().indexOf(folder);
        if (at < 0) {
            throw unknown();
        }
        var to = up ? at - 1 : at + 1;
        if (to >= 0 && to < all.size()) {
            var order = new ArrayList<>(all.stream().map(Folder::id).toList());
            order.set(at, all.get(to).id());
            order.set(to, folder);
            db.sql("""
                    update saved.folder f
                       set position = n.place
                      from unnest(:folders) with ordinality as n (folder_id, place)
                     where f.account_id = :account and f.folder_id = n.folder_id
                    """)
                    .with("account", person.account())
                    .withIds("folders", order)
                    .run();
        }
    }

    /** That it is theirs, and stays while the caller writes. */
    void mustHave(Person person, FolderId folder) {
        if (!db.sql("select 1 from saved.folder where account_id = :account and folder_id = :folder for key share")
                .with("account", person.account())
                .with("folder", folder)
                .exists()) {
            throw unknown();
        }
    }

    /** Takes all of somebody's folders, so that two changes at once come one after the other. */
    private void lock(Person person) {
        db.sql("select folder_id from saved.folder where account_id = :account order by folder_id for update")
                .with("account", person.account())
                .all((row, n) -> Db.uuid(row, 1));
    }

    static Refusal unknown() {
        return Refusal.notFound("saved.folder-unknown");
    }

    private static Refusal taken() {
        return Refusal.invalid("name", "saved.folder-taken");
    }

    private static String good(@Nullable String name) {
        new Faults().text("name", name, LONGEST_NAME).refuse();
        return name == null ? "" : name.strip();
    }
}
