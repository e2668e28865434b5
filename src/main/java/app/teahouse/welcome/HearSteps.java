package app.teahouse.welcome;

import app.teahouse.kernel.Listener;
import app.teahouse.start.StepTaken;
import org.springframework.stereotype.Component;

/** A newcomer took a step of Start here. */
@Component
class HearSteps implements Listener<StepTaken> {
    private final KeepNewcomers keep;

    HearSteps(KeepNewcomers keep) {
        this.keep = keep;
    }

    @Override
    public Class<StepTaken> event() {
        return StepTaken.class;
    }

    @Override
    public void on(StepTaken event) {
        keep.started(event.circle(), event.account(), event.at());
    }
}
