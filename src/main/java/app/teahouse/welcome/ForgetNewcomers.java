package app.teahouse.welcome;

import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Of whoever left a circle, or was removed, nothing stays of how they arrived. */
@Component
class ForgetNewcomers implements Listener<MemberGone> {
    private final KeepNewcomers keep;

    ForgetNewcomers(KeepNewcomers keep) {
        this.keep = keep;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        keep.forget(event.circle(), event.account());
    }
}
