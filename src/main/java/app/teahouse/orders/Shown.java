package app.teahouse.orders;

import app.teahouse.kernel.CircleId;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Whether prices and buttons may be shown where this page is read. */
@Component
class Shown {

    boolean prices(CircleId circle, HttpServletRequest request) {
        return true;
    }
}
