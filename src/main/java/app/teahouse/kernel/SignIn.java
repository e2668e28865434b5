package app.teahouse.kernel;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request's session or token says about who is asking: an immutable snapshot of the account, at most 30 seconds old.
 * It proves nothing by itself; the {@link Gate} turns it into a {@link Person}.
 *
 * @param session which session, or which token, was shown
 * @param locale the language chosen in the profile, or none
 * @param verified whether the account may write; true for all while the site can send no mail
 * @param scopes what a token may do, such as {@code posts:write}; null for a session, which may do everything
 */
public record SignIn(
        AccountId account,
        UUID session,
        String name,
        @Nullable String picture,
        @Nullable Locale locale,
        ZoneId zone,
        boolean verified,
        boolean operator,
        @Nullable Set<String> scopes) {

    public boolean byToken() {
        return scopes != null;
    }

    /** @throws Refusal {@code token.scope} if it is by a token that lacks the scope */
    public void require(String scope) {
        if (scopes != null && !scopes.contains(scope)) {
            throw Refusal.notAllowed("token.scope").with("scope", scope);
        }
    }
}
