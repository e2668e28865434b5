package app.teahouse.passkeys;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Settings;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** The site as passkeys know it: its domain, and the addresses it is reached under. Accounts are the users. */
@Configuration(proxyBeanMethods = false)
class Relying {

    static PublicKeyCredentialRpEntity party(Settings settings) {
        var given = settings.passkeys().rpId();
        return PublicKeyCredentialRpEntity.builder()
                .id(given == null || given.isBlank() ? settings.url().getHost() : given)
                .name("Teahouse")
                .build();
    }

    @Bean
    Webauthn4JRelyingPartyOperations relyingParty(Settings settings, Db db, PasskeyRows passkeys) {
        var origins = new HashSet<>(settings.passkeys().origins());
        origins.add(settings.base());
        return new Webauthn4JRelyingPartyOperations(new Users(db), passkeys, party(settings), origins);
    }

    /** Users are accounts: they are only looked up, never made or deleted from here. */
    private record Users(Db db) implements PublicKeyCredentialUserEntityRepository {

        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
            return handle.getBytes().length == 16 ? user(db, PasskeyRows.account(handle)) : null;
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
            return null;
        }

        @Override
        public void save(PublicKeyCredentialUserEntity user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Bytes handle) {
            throw new UnsupportedOperationException();
        }
    }

    static @Nullable PublicKeyCredentialUserEntity user(Db db, AccountId account) {
        return db.sql("""
                select coalesce(email, name), name
                  from accounts.account
                 where account_id = :account and state = 'active'
                """)
                .with("account", account)
                .<PublicKeyCredentialUserEntity>maybe((row, n) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(PasskeyRows.handle(account))
                        .name(row.getString(1))
                        .displayName(row.getString(2))
                        .build())
                .orElse(null);
    }
}
