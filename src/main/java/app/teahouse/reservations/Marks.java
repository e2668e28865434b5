package app.teahouse.reservations;

import app.teahouse.accounts.Email;
import app.teahouse.accounts.VerifiedAddresses;
import app.teahouse.kernel.AccountId;
import app.teahouse.secrets.SiteKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the marks under which places are held. The key is the site's, so who has the database alone cannot try addresses, and one
 * mark finds somebody's places in all circles.
 */
@Component
class Marks {
    private final SiteKey siteKey;
    private final VerifiedAddresses addresses;

    Marks(SiteKey siteKey, VerifiedAddresses addresses) {
        this.siteKey = siteKey;
        this.addresses = addresses;
    }

    String of(Email email) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(siteKey.mac("reservations.mark", email.text().getBytes(StandardCharsets.UTF_8)));
    }

    /** Nothing for whoever has not proved an address. */
    Optional<String> of(AccountId account) {
        return addresses.of(account).map(this::of);
    }
}
