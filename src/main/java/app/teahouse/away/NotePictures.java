package app.teahouse.away;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes which pictures at other hosts a new post shows. */
@Component
public class NotePictures {
    private final Db db;
    private final Clock clock;

    NotePictures(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Runs in the transaction that writes the post, after it was rendered. Each picture's row is locked, in one order: if one of them
     * is fetched at this very moment, either this waits for it and notes that the post must be made anew, or it waits for this and
     * finds the post.
     *
     * @param asker who wants them fetched, or null if nobody does yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(CircleId circle, long number, Collection<String> addresses, @Nullable AccountId asker) {
        var distinct = addresses.stream().distinct().toList();
        if (distinct.isEmpty()) {
            return;
        }
        var ids = distinct.stream().map(PictureId::of).toList();
        db.sql("""
                insert into away.picture as p (circle_id, picture_id, address, host, state, asked_by, noted_at)
                select :circle, x.id, x.address, x.host, case when :asked then 'waiting' else 'known' end,
                       cast(:asker as uuid), :now
                  from unnest(:ids, :addresses, :hosts) as x (id, address, host)
                 order by x.id
                on conflict (circle_id, picture_id) do update
                   set state = case when :asked and p.state = 'known' then 'waiting' else p.state end,
                       asked_by = coalesce(p.asked_by, excluded.asked_by)
                """)
                .with("circle", circle)
                .withIds("ids", ids)
                .withTexts("addresses", distinct)
                .withTexts("hosts", distinct.stream().map(NotePictures::host).toList())
                .with("asked", asker != null)
                .with("asker", asker)
                .with("now", clock.instant())
                .run();
        db.sql("""
                insert into away.use (circle_id, number, picture_id, due)
                select circle_id, :number, picture_id, state = 'fetched'
                  from away.picture
                 where circle_id = :circle and picture_id = any(:ids)
                on conflict (circle_id, number, picture_id) do nothing
                """)
                .with("circle", circle)
                .with("number", number)
                .withIds("ids", ids)
                .run();
    }

    /** At how many hosts these pictures are. */
    public static int hosts(Collection<String> addresses) {
        return (int) addresses.stream().map(NotePictures::host).distinct().count();
    }

    /** As it is shown and counted: what stands between the slashes. */
    static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            if (host != null) {
                return host.toLowerCase(Locale.ROOT);
            }
        } catch (IllegalArgumentException e) {
            // Shown as well as it can be.
        }
        return address.replaceFirst("(?i)^https?://", "")
                .replaceFirst("[/?#].*$", "")
                .toLowerCase(Locale.ROOT);
    }
}
