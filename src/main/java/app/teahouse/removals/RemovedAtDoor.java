package app.teahouse.removals;

import app.teahouse.applications.TurnedAway;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Onlooker;
import app.teahouse.members.Bars;
import app.teahouse.members.Enrol;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the about page, for whom staff removed: why and until when, instead of a join box that would say no. */
@Component
class RemovedAtDoor implements TurnedAway {
    private final Templates templates;
    private final RemovalSheet removalSheet;
    private final Enrol enrol;
    private final Bars bars;
    private final Clock clock;

    RemovedAtDoor(Templates templates, RemovalSheet removalSheet, Enrol enrol, Bars bars, Clock clock) {
        this.templates = templates;
        this.removalSheet = removalSheet;
        this.enrol = enrol;
        this.bars = bars;
        this.clock = clock;
    }

    @Override
    public Optional<Word> of(Onlooker onlooker, Frame frame) {
        return onlooker.visitor()
                .person()
                .filter(_ -> onlooker.member().isEmpty())
                .flatMap(person -> of(onlooker.circle(), person.account(), frame));
    }

    private Optional<Word> of(CircleId circle, AccountId account, Frame frame) {
        if (enrol.before(circle, account) != Enrol.Before.REMOVED) {
            return Optional.empty();
        }
        return removalSheet
                .mine(circle, account)
                .map(removal -> new Word(
                        templates.removalsDoor(frame, RemovalView.mine(removal, clock.instant())),
                        bars.of(circle, account).isPresent()));
    }
}
