package app.teahouse.tokens;

import app.teahouse.kernel.Person;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens as programs see them. They are made on a page only, so that none can multiply. */
@RestController
@RequestMapping("/api/v1/me/tokens")
class TokenApi {
    private final TokenList list;

    TokenApi(TokenList list) {
        this.list = list;
    }

    record TokensJson(List<TokenView> items) {}

    @GetMapping
    TokensJson tokens(Person person) {
        return new TokensJson(list.of(person.account()));
    }

    /** Needs the scope {@code manage}, except for the token that is used for it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Person person, @PathVariable UUID id) {
        if (!id.equals(person.signIn().session())) {
            person.signIn().require("manage");
        }
        list.revoke(person, id);
    }
}
