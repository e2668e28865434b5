package app.teahouse.passkeys;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.util.List;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's passkeys: they read the list, give names, and remove what they have lost. */
@Component
class PasskeyList {
    private final Db db;
    private final PasskeyRows rows;

    PasskeyList(Db db, PasskeyRows rows) {
        this.db = db;
        this.rows = rows;
    }

    List<PasskeyView> of(AccountId account) {
        return rows.findByUserId(PasskeyRows.handle(account)).stream()
                .map(one -> new PasskeyView(
                        one.getCredentialId().toBase64UrlString(),
                        one.getLabel(),
                        one.getCreated(),
                        one.getLastUsed().isAfter(one.getCreated()) ? one.getLastUsed() : null,
                        one.isBackupState()))
                .toList();
    }

    @Transactional
    void rename(Person person, String id, String name) {
        new Faults().text("name", name, 60).refuse();
        var renamed = db.sql(
                        "update passkeys.passkey set name = :name where account_id = :account and credential_id = :id")
                .with("name", name.strip())
                .with("account", person.account())
                .with("id", bytes(id))
                .run();
        if (renamed == 0) {
            throw Refusal.notFound("passkey.unknown");
        }
    }

    @Transactional
    void remove(Person person, String id) {
        if (!rows.delete(person.account(), bytes(id))) {
            throw Refusal.notFound("passkey.unknown");
        }
    }

    PasskeyView one(Person person, String id) {
        return of(person.account()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("passkey.unknown"));
    }

    private static byte[] bytes(String id) {
        try {
            return Bytes.fromBase64(id).getBytes();
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("passkey.unknown");
        }
    }
}
