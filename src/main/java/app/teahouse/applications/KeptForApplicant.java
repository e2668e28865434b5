package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.web.Frame;
import java.util.List;
import java.util.Map;

/** Whoever keeps something for an applicant until staff have decided, such as what they paid; rooms above bring it as beans. */
public interface KeptForApplicant {

    /** Staff let an applicant in; called before the membership is made, in the same transaction. */
    void approved(CircleId circle, AccountId account);

    /** What is kept for each of these applicants, in the words of whoever reads it; nothing for most. */
    Map<AccountId, String> kept(Frame frame, CircleId circle, List<AccountId> applicants);

    /** Staff declined, or the applicant took it back: everything that was paid goes back, in the same transaction. */
    void declined(CircleId circle, AccountId account);
}
