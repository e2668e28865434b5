package app.teahouse.notify;

import app.teahouse.blocks.Blocks;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells a few people, each by name, what happened: one row each. Nobody is told of their own doing, of what they switched off, or
 * of a circle they left. Called within a listener's transaction; what is for many goes through {@link BroadcastNews}.
 */
@Component
public class TellPeople {
    private final Db db;
    private final Clock clock;
    private final Members members;
    private final Bells bells;
    private final Blocks blocks;

    TellPeople(Db db, Clock clock, Members members, Bells bells, Blocks blocks) {
        this.db = db;
        this.clock = clock;
        this.members = members;
        this.bells = bells;
        this.blocks = blocks;
    }

    /** @return who was told: not those who knew it, or wish to hear nothing of the kind */
    public Set<AccountId> tell(News news, Collection<AccountId> readers) {
        var kinds = new TreeMap<AccountId, NoticeKind>(ById.ORDER);
        readers.forEach(reader -> kinds.put(reader, news.kind()));
        return tell(news, kinds);
    }

    /** Tells each reader in their own way; in the order of their ids, so that two such calls never wait for each other. */
    public Set<AccountId> tell(News news, Map<AccountId, NoticeKind> readers) {
        var asked = new HashSet<>(readers.keySet());
        if (news.actor() != null) {
            asked.add(news.actor());
        }
        var known = members.cards(news.circle(), asked);
        var actor = news.actor() == null ? null : known.get(news.actor());

        var inOrder = new TreeMap<AccountId, NoticeKind>(ById.ORDER);
        inOrder.putAll(readers);
        var deaf = deaf(news, inOrder);
        var told = new LinkedHashSet<AccountId>();
        inOrder.forEach((reader, kind) -> {
            var member = known.get(reader);
            var mayKnow = !kind.isForMembers() || (member != null && member.active());
            if (mayKnow
                    && !(kind.isOfBlocked() && deaf.contains(reader))
                    && !reader.equals(news.actor())
                    && insert(reader, news.as(kind), actor)) {
                bells.ring(reader, 1);
                told.add(reader);
            }
        });
        return told;
    }

    private Set<AccountId> deaf(News news, Map<AccountId, NoticeKind> readers) {
        return news.actor() == null || readers.values().stream().noneMatch(NoticeKind::isOfBlocked)
                ? Set.of()
                : blocks.deaf(news.circle(), news.actor(), readers.keySet());
    }

    /**
     * When somebody was last told of one of these things, which are named alike but for their ends. Their bell is locked, so that of two
     * who ask at once the second sees what the first tells.
     */
    public Optional<Instant> lastTold(AccountId reader, CircleId circle, String about) {
        db.sql("select 1 from notify.bell where account_id = :account for no key update")
                .with("account", reader)
                .exists();
        return db.sql("""
                select told_at
                  from notify.notice
                 where account_id = :account and circle_id = :circle and kind <> 'reaction'
                   and about > :from and about < :until
                 order by about desc
                 limit 1
                """)
                .with("account", reader)
                .with("circle", circle)
                .with("from", about)
                .with("until", about + "\uffff")
                .maybe((row, n) -> Db.instant(row, 1));
    }

    /** What they were told does not hold any more; who has read it keeps it. */
    public void untell(CircleId circle, String about, AccountId reader) {
        db.sql("""
                delete from notify.notice
                 where account_id = :account and circle_id = :circle and about = :about and kind <> 'reaction' and read_at is null
                returning seen_at is null
                """)
                .with("account", reader)
                .with("circle", circle)
                .with("about", about)
                .maybe(Boolean.class)
                .filter(unseen -> unseen)
                .ifPresent(_ -> bells.calm(reader, 1));
    }

    /** The key lets each thing be told once; what the reader switched off is not written. */
    private boolean insert(AccountId reader, News news, @Nullable MemberCard actor) {
        return db.sql("""
                insert into notify.notice
                       (account_id, notice_id, circle_id, kind, about, number, comment_id, actor_id, actor_name,
                        actor_picture, title, excerpt, detail, told_at)
                select :account, :notice, :circle, :kind, :about, :number, :comment, :actor, :name,
                       :picture, :title, :excerpt, :detail, :now
                 where not exists (select 1
                                     from topics.muted
                                    where account_id = :account and circle_id = :circle and topic = :topic)
                on conflict (account_id, circle_id, about) where kind <> 'reaction' do nothing
                """)
                        .with("account", reader)
                        .with("notice", Ids.next())
                        .with("circle", news.circle())
                        .with("kind", news.kind())
                        .with("about", news.about())
                        .with("number", news.number())
                        .with("comment", news.comment())
                        .with("actor", news.actor())
                        .with("name", news.name())
                        .with("picture", actor == null ? null : actor.picture())
                        .with("title", news.title())
                        .with("excerpt", news.excerpt())
                        .with("detail", news.detail())
                        .with("topic", news.kind().topic())
                        .with("now", clock.instant())
                        .run()
                == 1;
    }
}
