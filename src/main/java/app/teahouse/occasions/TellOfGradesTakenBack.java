package app.teahouse.occasions;

import app.teahouse.homework.GradeTakenBack;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.TellPeople;
import org.springframework.stereotype.Component;

/** Takes a notice of a grade away again, if it was not read yet. */
@Component
class TellOfGradesTakenBack implements Listener<GradeTakenBack> {
    private final TellPeople tellPeople;

    TellOfGradesTakenBack(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public Class<GradeTakenBack> event() {
        return GradeTakenBack.class;
    }

    @Override
    public void on(GradeTakenBack event) {
        tellPeople.untell(event.circle(), "grade:" + event.id(), event.author());
    }
}
