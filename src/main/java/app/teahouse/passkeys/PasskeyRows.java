package app.teahouse.passkeys;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * The credentials as Spring Security asks for them. A passkey is stored with its account, and the claim tells whose it is: at
 * sign-in only the credential is known.
 */
@Component
class PasskeyRows implements UserCredentialRepository {
    private final Db db;

    PasskeyRows(Db db) {
        this.db = db;
    }

    /** An account's id as WebAuthn's user handle. */
    static Bytes handle(AccountId account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array());
    }

    static AccountId account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public void save(CredentialRecord record) {
        var account = account(record.getUserEntityUserId());
        var id = record.getCredentialId().getBytes();
        var claimed = db.sql("""
                insert into passkeys.passkey_claim (credential_id, account_id)
                values (:id, :account)
                    on conflict (credential_id) do nothing
                """).with("id", id).with("account", account).run();
        if (claimed == 1) {
            insert(record, account, id);
        } else {
            db.sql("""
                    update passkeys.passkey
                       set signature_count = :count, uv_initialized = :verified, backup_state = :backup, last_used_at = :used
                     where account_id = :account and credential_id = :id
                    """)
                    .with("count", record.getSignatureCount())
                    .with("verified", record.isUvInitialized())
                    .with("backup", record.isBackupState())
                    .with("used", record.getLastUsed())
                    .with("account", account)
                    .with("id", id)
                    .run();
        }
    }

    private void insert(CredentialRecord record, AccountId account, byte[] id) {
        db.sql("""
                insert into passkeys.passkey
                       (account_id, credential_id, name, public_key, signature_count, uv_initialized, transports,
                        backup_eligible, backup_state, attestation_object, attestation_client_data, created_at, last_used_at)
                values (:account, :id, :name, :key, :count, :verified, :transports,
                        :eligible, :backup, :attestation, :clientData, :created, :used)
                """)
                .with("account", account)
                .with("id", id)
                .with("name", record.getLabel())
                .with("key", record.getPublicKey().getBytes())
                .with("count", record.getSignatureCount())
                .with("verified", record.isUvInitialized())
                .with(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .with("eligible", record.isBackupEligible())
                .with("backup", record.isBackupState())
                .with("attestation", bytes(record.getAttestationObject()))
                .with("clientData", bytes(record.getAttestationClientDataJSON()))
                .with("created", record.getCreated())
                .with("used", record.getLastUsed())
                .run();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        var account = db.sql("select account_id from passkeys.passkey_claim where credential_id = :id")
                .with("id", credential.getBytes())
                .maybe((row, n) -> new AccountId(Db.uuid(row, 1)));
        return account.flatMap(owner -> db.sql("""
                select account_id, credential_id, name, public_key, signature_count, uv_initialized, transports,
                       backup_eligible, backup_state, attestation_object, attestation_client_data, created_at, last_used_at
                  from passkeys.passkey
                 where account_id = :account and credential_id = :id
                """)
                        .with("account", owner)
                        .with("id", credential.getBytes())
                        .maybe((row, n) -> record(row)))
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return db.sql("""
                select account_id, credential_id, name, public_key, signature_count, uv_initialized, transports,
                       backup_eligible, backup_state, attestation_object, attestation_client_data, created_at, last_used_at
                  from passkeys.passkey
                 where account_id = :account
                 order by created_at, credential_id
                 limit 50
                """).with("account", account(handle)).all((row, n) -> record(row));
    }

    @Override
    public void delete(Bytes credential) {
        var found = findByCredentialId(credential);
        if (found != null) {
            delete(account(found.getUserEntityUserId()), credential.getBytes());
        }
    }

    /** Answers whether the account had it. */
    boolean delete(AccountId account, byte[] id) {
        var gone = db.sql("delete from passkeys.passkey where account_id = :account and credential_id = :id")
                        .with("account", account)
                        .with("id", id)
                        .run()
                == 1;
        if (gone) {
            db.sql("delete from passkeys.passkey_claim where credential_id = :id and account_id = :account")
                    .with("id", id)
                    .with("account", account)
                    .run();
        }
        return gone;
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        var attestation = row.getBytes(10);
        var clientData = row.getBytes(11);
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .userEntityUserId(handle(new AccountId(Db.uuid(row, 1))))
                .credentialId(new Bytes(row.getBytes(2)))
                .label(row.getString(3))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes(4)))
                .signatureCount(row.getLong(5))
                .uvInitialized(row.getBoolean(6))
                .transports(transports(row.getString(7)))
                .backupEligible(row.getBoolean(8))
                .backupState(row.getBoolean(9))
                .attestationObject(attestation == null ? null : new Bytes(attestation))
                .attestationClientDataJSON(clientData == null ? null : new Bytes(clientData))
                .created(Db.instant(row, 12))
                .lastUsed(Db.instant(row, 13))
                .build();
    }

    private static java.util.Set<AuthenticatorTransport> transports(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
