package app.teahouse.welcome;

import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberCard;
import app.teahouse.members.MemberJoined;
import app.teahouse.members.Members;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever joins is a newcomer from now on, and is told once that the owner welcomes them, where there is a message. */
@Component
class WelcomeNewcomers implements Listener<MemberJoined> {
    private final KeepNewcomers keep;
    private final Settings settings;
    private final Members members;
    private final TellPeople tellPeople;
    private final Clock clock;

    WelcomeNewcomers(KeepNewcomers keep, Settings settings, Members members, TellPeople tellPeople, Clock clock) {
        this.keep = keep;
        this.settings = settings;
        this.members = members;
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    @Override
    public Class<MemberJoined> event() {
        return MemberJoined.class;
    }

    @Override
    public void on(MemberJoined event) {
        var who = members.card(event.circle(), event.account());
        if (who.filter(card -> card.active() && !card.role().isStaff()).isEmpty()) {
            return;
        }
        var now = clock.instant();
        keep.joined(event.circle(), event.account(), now);
        if (!settings.of(event.circle()).message().isEmpty()) {
            members.staff(event.circle(), 1).stream().findFirst().ifPresent(owner -> tell(event, owner));
        }
    }

    /** The key of notices lets it be told once, also to who leaves and comes back. */
    private void tell(MemberJoined event, MemberCard owner) {
        tellPeople.tell(
                new News(
                        event.circle(),
                        NoticeKind.WELCOMED,
                        "welcomed",
                        null,
                        null,
                        owner.account(),
                        owner.alias(),
                        "",
                        "",
                        "",
                        clock.instant()),
                List.of(event.account()));
    }
}
