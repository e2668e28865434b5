package app.teahouse.files;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows of which pictures at other hosts a circle has copies. Whoever renders a text shows the copy in the picture's place. */
@Component
public class AwayCopies {
    private static final int MOST = 500;

    private final Db db;
    private final Clock clock;
    private final Holdings holdings;

    AwayCopies(Db db, Clock clock, Holdings holdings) {
        this.db = db;
        this.clock = clock;
        this.holdings = holdings;
    }

    /** What an address is known by: half of its SHA-256, since addresses are too long for keys. */
    public record AddressKey(UUID value) implements Id {
        public static AddressKey of(String address) {
            return new AddressKey(Hash.uuid(address));
        }
    }

    /** Those of the addresses that there are copies of, each with the id of its file as Markdown writes it. */
    public Map<String, String> of(CircleId circle, Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        record Row(AddressKey key, FileId file) {}
        var files = new HashMap<AddressKey, String>();
        db.sql("""
                select copy_id, file_id
                  from files.copy
                 where circle_id = :circle and copy_id = any(:keys)
                """)
                .with("circle", circle)
                .withIds(
                        "keys",
                        addresses.stream().limit(MOST).map(AddressKey::of).toList())
                .all((row, n) -> new Row(new AddressKey(Db.uuid(row, 1)), new FileId(Db.uuid(row, 2))))
                .forEach(row -> files.put(row.key(), row.file().key()));
        var found = new HashMap<String, String>();
        for (var address : addresses) {
            var file = files.get(AddressKey.of(address));
            if (file != null) {
                found.put(address, file);
            }
        }
        return found;
    }

    /** From now on the file stands for the picture at this address. The first copy stays. */
    @Transactional
    public void add(CircleId circle, String address, FileId file) {
        holdings.hold(circle, Holder.of("copy", AddressKey.of(address)), List.of(file.key()));
        db.sql("""
                insert into files.copy (circle_id, copy_id, address, file_id, made_at)
                values (:circle, :key, :address, :file, :now)
                on conflict (circle_id, copy_id) do nothing
                """)
                .with("circle", circle)
                .with("key", AddressKey.of(address))
                .with("address", address)
                .with("file", file)
                .with("now", clock.instant())
                .run();
    }
}
