package app.teahouse.reading;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;

/** What other rooms do when somebody has read a post to its end. Told once or several times; they bring it as beans. */
public interface ToTheEnd {
    void finished(CircleId circle, AccountId account, long number);
}
