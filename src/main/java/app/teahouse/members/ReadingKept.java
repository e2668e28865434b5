package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;

/** A room above that knows what members read, and has to forget it at once where somebody keeps that to themselves from now on. */
public interface ReadingKept {

    /** Within the transaction of the choice, circle by circle. */
    void chosen(CircleId circle, AccountId account, boolean discreet);
}
