package app.teahouse.passkeys;

import app.teahouse.accounts.Device;
import app.teahouse.accounts.Entered;
import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.security.Limits;
import com.webauthn4j.util.exception.WebAuthnException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody shows a passkey and gets a session, without typing anything. */
@Component
class SignInWithPasskey {
    private final Settings settings;
    private final Limits limits;
    private final Sessions sessions;
    private final WebAuthnRelyingPartyOperations relyingParty;

    SignInWithPasskey(
            Settings settings, Limits limits, Sessions sessions, WebAuthnRelyingPartyOperations relyingParty) {
        this.settings = settings;
        this.limits = limits;
        this.sessions = sessions;
        this.relyingParty = relyingParty;
    }

    /** What the browser shows, as WebAuthn writes it in JSON: bytes in URL-safe base 64. */
    record Shown(String id, Response response) {}

    record Response(
            String clientDataJSON,
            String authenticatorData,
            String signature,
            @Nullable String userHandle) {}

    /** Any passkey for this site will do: the device lets the person choose. */
    PublicKeyCredentialRequestOptions options(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(Relying.party(settings).getId())
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(Challenges.LIFE)
                .build();
    }

    @Transactional
    Entered signIn(Shown shown, Bytes challenge, Device device) {
        limits.take("passkey", device.network(), 60, Duration.ofMinutes(10));
        return sessions.start(owner(shown, challenge), device);
    }

    private AccountId owner(Shown shown, Bytes challenge) {
        try {
            // The builder forgets its type when its calls are chained.
            var credential = PublicKeyCredential.<AuthenticatorAssertionResponse>builder();
            credential.id(shown.id());
            credential.rawId(Bytes.fromBase64(shown.id()));
            credential.type(PublicKeyCredentialType.PUBLIC_KEY);
            credential.response(AuthenticatorAssertionResponse.builder()
                    .clientDataJSON(Bytes.fromBase64(shown.response().clientDataJSON()))
                    .authenticatorData(Bytes.fromBase64(shown.response().authenticatorData()))
                    .signature(Bytes.fromBase64(shown.response().signature()))
                    .build());
            var user = relyingParty.authenticate(
                    new RelyingPartyAuthenticationRequest(options(challenge), credential.build()));
            var handle = shown.response().userHandle();
            if (user == null || (handle != null && !user.getId().equals(Bytes.fromBase64(handle)))) {
                throw Refusal.invalid("passkey", "passkey.refused");
            }
            return PasskeyRows.account(user.getId());
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw Refusal.invalid("passkey", "passkey.refused");
        }
    }
}
