package app.teahouse.tokens;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's tokens: reading the list, and taking one back. */
@Component
class TokenList {
    private final Db db;
    private final RecogniseToken recognise;

    TokenList(Db db, RecogniseToken recognise) {
        this.db = db;
        this.recognise = recognise;
    }

    List<TokenView> of(AccountId account) {
        return db.sql("""
                select token_id, name, scopes, created_at, expires_at, last_used_at
                  from tokens.token
                 where account_id = :account
                 order by token_id desc
                 limit 50
                """)
                .with("account", account)
                .all((row, n) -> new TokenView(
                        Db.uuid(row, 1),
                        row.getString(2),
                        Db.texts(row, 3),
                        Db.instant(row, 4),
                        Db.maybeInstant(row, 5),
                        Db.maybeInstant(row, 6)));
    }

    @Transactional
    void revoke(Person person, UUID token) {
        var gone = db.sql("delete from tokens.token where account_id = :account and token_id = :token")
                .with("account", person.account())
                .with("token", token)
                .run();
        if (gone == 0) {
            throw Refusal.notFound("token.unknown");
        }
        recognise.forgetAfterCommit(person.account());
    }
}
