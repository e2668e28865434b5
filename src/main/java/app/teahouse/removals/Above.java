package app.teahouse.removals;

import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import org.springframework.stereotype.Component;

/** Who may change a removal: nobody takes back what was done to somebody who was their equal or above them. */
@Component
class Above {
    private final Removals removals;

    Above(Removals removals) {
        this.removals = removals;
    }

    boolean is(Staff staff, Removal removal) {
        return staff.role().isAbove(removal.role());
    }

    void must(Partner partner, Removal removal) {
        if (!partner.role().isAbove(removal.role())) {
            throw Refusal.notAllowed("role.not-above").with("name", "");
        }
    }

    void must(Staff staff, Removal removal) {
        if (!is(staff, removal)) {
            throw Refusal.notAllowed("role.not-above").with("name", "");
        }
    }

    /** Who came back and was removed anew is out by the newer one. */
    void mustBeLast(Removal removal) {
        removals.last(removal.circle(), removal.account())
                .filter(last -> !last.id().equals(removal.id()))
                .ifPresent(_ -> {
                    throw Refusal.conflict("removal.newer");
                });
    }
}
