package app.teahouse.orders;

import app.teahouse.circles.Circle;
import app.teahouse.kernel.CircleId;

/** What an order of kind gift gives instead of time. A room above brings it as a bean; it works in the caller's transaction. */
public interface GiftCards {

    /** It is paid, once: its cards are there from now on. */
    void paid(Order order, Circle circle);

    /** All of its money went back, or a bank took it: no card of it holds any more, nor the time that one gave. */
    void takenBack(Order order);

    /** It was not paid. */
    void gone(CircleId circle, OrderId order);
}
