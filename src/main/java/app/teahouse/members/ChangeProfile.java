package app.teahouse.members;

import app.teahouse.accounts.Accounts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member chooses how they appear in this circle: alias, picture, introduction. What is empty follows the account. */
@Component
public class ChangeProfile {
    static final int LONGEST_ALIAS = 40;
    static final int LONGEST_INTRODUCTION = 500;

    /** Only pictures of this site: a reader's browser never loads anything from elsewhere. */
    private static final Pattern OWN_FILE = Pattern.compile("/(?:c|portraits)/[A-Za-z0-9_/-]{1,200}");

    private final Db db;
    private final Accounts accounts;
    private final Findable findable;
    private final Scrutiny scrutiny;
    private final Events events;
    private final Clock clock;

    ChangeProfile(Db db, Accounts accounts, Findable findable, Scrutiny scrutiny, Events events, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.findable = findable;
        this.scrutiny = scrutiny;
        this.events = events;
        this.clock = clock;
    }

    /** How a member wants to appear; null follows the account. */
    public record ProfileText(
            @Nullable String alias,
            @Nullable String picture,
            @Nullable String introduction) {}

    /** @param speaker on the surface PROFILE */
    @Transactional
    public void change(Speaker speaker, ProfileText wish) {
        new Faults()
                .atMost("alias", wish.alias(), LONGEST_ALIAS)
                .atMost("introduction", wish.introduction(), LONGEST_INTRODUCTION)
                .require(
                        wish.picture() == null
                                || OWN_FILE.matcher(wish.picture()).matches(),
                        "picture",
                        "circle.not-our-file")
                .refuse();
        var card = accounts.card(speaker.account()).orElseThrow();
        var chosen = wish.alias() == null ? "" : wish.alias().strip();
        var alias = chosen.isEmpty() ? card.name() : chosen;
        var introduction =
                wish.introduction() == null ? "" : wish.introduction().strip();
        scrutiny.look(speaker, new Scrutiny.Words(Matter.PROFILE, speaker.account(), alias, introduction, true));
        db.sql("""
                update members.membership
                   set alias = :alias, sort_key = :sortKey, folded = :folded, own_alias = :ownAlias,
                       picture = :picture, own_picture = :ownPicture, introduction = :introduction
                 where circle_id = :circle and account_id = :account and state = 'active'
                """)
                .with("circle", speaker.circle())
                .with("account", speaker.account())
                .with("alias", alias)
                .with("sortKey", Folding.sortKey(alias))
                .with("folded", Folding.folded(alias))
                .with("ownAlias", !alias.equals(card.name()))
                .with("picture", wish.picture() == null ? card.picture() : wish.picture())
                .with("ownPicture", wish.picture() != null)
                .with("introduction", introduction)
                .run();
        findable.member(speaker.circle(), speaker.account());
        events.publish(
                new ProfileChanged(speaker.circle(), speaker.account(), !introduction.isEmpty(), clock.instant()));
    }
}
