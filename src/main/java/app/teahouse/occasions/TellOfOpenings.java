package app.teahouse.occasions;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.notify.WhenHere;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells somebody who is here that parts have opened in columns they have begun: one notice a column and day, of all that opened since the last
 * one and that they have not found themselves.
 */
@Component
class TellOfOpenings implements WhenHere {
    private final OpenedParts openedParts;
    private final TellPeople tellPeople;
    private final Clock clock;

    TellOfOpenings(OpenedParts openedParts, TellPeople tellPeople, Clock clock) {
        this.openedParts = openedParts;
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void here(AccountId account, Set<CircleId> circles) {
        var now = clock.instant();
        openedParts.of(account, circles, now).forEach((column, moments) -> tell(account, column, moments, now));
    }

    /** The key of notices holds one a day, also of two at once. */
    private void tell(AccountId account, OpenedParts.Column column, List<Instant> moments, Instant now) {
        var circle = column.circle();
        var about = "opened:" + column.number() + ":";
        var today = LocalDate.ofInstant(now, circle.zone());
        var last = tellPeople.lastTold(account, circle.id(), about).orElse(Instant.EPOCH);
        var fresh = moments.stream().filter(last::isBefore).count();
        if (fresh == 0 || !LocalDate.ofInstant(last, circle.zone()).isBefore(today)) {
            return;
        }
        tellPeople.tell(
                new News(
                        circle.id(),
                        NoticeKind.PART_OPENED,
                        about + today,
                        column.number(),
                        null,
                        null,
                        "",
                        column.name(),
                        "",
                        String.valueOf(fresh),
                        now),
                List.of(account));
    }
}
