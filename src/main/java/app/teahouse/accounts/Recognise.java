package app.teahouse.accounts;

import app.teahouse.kernel.SignIn;
import app.teahouse.web.SignIns;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells room {@code web} who shows a cookie or a token. */
@Component
class Recognise implements SignIns {
    private final Sessions sessions;

    Recognise(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<SignIn> bySession(String cookie) {
        return sessions.bySession(cookie);
    }

    @Override
    public Optional<SignIn> byToken(String bearer) {
        return Optional.empty();
    }
}
