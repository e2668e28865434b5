package app.teahouse.welcome;

import app.teahouse.kernel.Listener;
import app.teahouse.members.ProfileChanged;
import org.springframework.stereotype.Component;

/** A newcomer said something about themselves on their page. */
@Component
class HearProfiles implements Listener<ProfileChanged> {
    private final KeepNewcomers keep;

    HearProfiles(KeepNewcomers keep) {
        this.keep = keep;
    }

    @Override
    public Class<ProfileChanged> event() {
        return ProfileChanged.class;
    }

    @Override
    public void on(ProfileChanged event) {
        if (event.introduced()) {
            keep.saidWhoTheyAre(event.circle(), event.account(), event.at());
        }
    }
}
