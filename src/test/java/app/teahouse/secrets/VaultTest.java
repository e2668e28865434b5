package app.teahouse.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class VaultTest {
    @Autowired
    Vault vault;

    private final UUID row = UUID.randomUUID();

    @Test
    void what_was_sealed_opens_for_its_purpose_and_row_alone() {
        var sealed = vault.seal("test", row, "sk_live_密钥");

        assertThat(vault.open("test", row, sealed)).contains("sk_live_密钥");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("sk_live");
        assertThatThrownBy(() -> vault.open("other", row, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open("test", UUID.randomUUID(), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_changed_does_not_open() {
        for (var at : new int[] {0, 8, 20}) {
            var sealed = vault.seal("test", row, "secret");
            sealed[at] ^= 1;
            assertThatThrownBy(() -> vault.open("test", row, sealed)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> vault.open("test", row, new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_sealed_under_another_key_has_to_be_typed_in_again() {
        var sealed = vault.seal("test", row, "secret");
        sealed[2] ^= 1;
        assertThat(vault.open("test", row, sealed)).isEmpty();
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        assertThat(vault.seal("test", row, "secret")).isNotEqualTo(vault.seal("test", row, "secret"));
    }
}
