package app.teahouse.occasions;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.members.RoleChanged;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a member of their new role. */
@Component
class TellOfRoles implements Listener<RoleChanged> {
    private final TellPeople tellPeople;
    private final Clock clock;

    TellOfRoles(TellPeople tellPeople, Clock clock) {
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    @Override
    public Class<RoleChanged> event() {
        return RoleChanged.class;
    }

    /** A role may come and go: each change is a thing of its own, and the relay hands it over once. */
    @Override
    public void on(RoleChanged event) {
        var news = new News(
                event.circle(),
                NoticeKind.ROLE,
                "role:" + Ids.next(),
                null,
                null,
                event.by(),
                "",
                "",
                "",
                Db.name(event.after()),
                clock.instant());
        tellPeople.tell(news, List.of(event.account()));
    }
}
