package app.teahouse.passkeys;

import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A signed-in person makes a passkey on the device before them. */
@Component
class AddPasskey {
    static final int MOST = 20;

    private final Db db;
    private final Settings settings;
    private final Sessions sessions;
    private final PasskeyRows passkeys;
    private final WebAuthnRelyingPartyOperations relyingParty;

    AddPasskey(
            Db db,
            Settings settings,
            Sessions sessions,
            PasskeyRows passkeys,
            WebAuthnRelyingPartyOperations relyingParty) {
        this.db = db;
        this.settings = settings;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
    }

    /** What the browser made, as WebAuthn writes it in JSON: bytes in URL-safe base 64. */
    record Made(String id, Response response) {}

    record Response(
            String clientDataJSON,
            String attestationObject,
            @Nullable List<String> transports) {}

    /** What the browser is asked to make: a key that the device itself can find, opened by finger, face or code. */
    PublicKeyCredentialCreationOptions options(Person person, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(Relying.party(settings))
                .user(Objects.requireNonNull(Relying.user(db, person.account())))
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .timeout(Challenges.LIFE)
                .build();
    }

    @Transactional
    void add(Person person, Made made, Bytes challenge, String name) {
        new Faults().text("label", name, 60).refuse();
        sessions.reread(person.signIn());
        if (passkeys.findByUserId(PasskeyRows.handle(person.account())).size() >= MOST) {
            throw Refusal.conflict("passkey.too-many");
        }
        try {
            // The builder forgets its type when its calls are chained.
            var credential = PublicKeyCredential.<AuthenticatorAttestationResponse>builder();
            credential.id(made.id());
            credential.rawId(Bytes.fromBase64(made.id()));
            credential.type(PublicKeyCredentialType.PUBLIC_KEY);
            credential.response(AuthenticatorAttestationResponse.builder()
                    .clientDataJSON(Bytes.fromBase64(made.response().clientDataJSON()))
                    .attestationObject(Bytes.fromBase64(made.response().attestationObject()))
                    .transports(transports(made.response()))
                    .build());
            relyingParty.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    options(person, challenge), new RelyingPartyPublicKey(credential.build(), name)));
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw Refusal.invalid("passkey", "passkey.refused");
        }
    }

    private static List<AuthenticatorTransport> transports(Response response) {
        return response.transports() == null
                ? List.of()
                : response.transports().stream()
                        .map(AuthenticatorTransport::valueOf)
                        .toList();
    }
}
