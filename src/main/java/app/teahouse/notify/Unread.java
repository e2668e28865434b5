package app.teahouse.notify;

import app.teahouse.kernel.AccountId;
import app.teahouse.web.Bell;
import org.springframework.stereotype.Component;

/** How many notifications somebody has not seen. */
@Component
class Unread implements Bell {

    @Override
    public int unread(AccountId account) {
        return 0;
    }
}
