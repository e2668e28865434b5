package app.teahouse.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Refusal.Fault;
import app.teahouse.outside.Calls;
import app.teahouse.testing.WithoutLibraries;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class StripeFieldsTest {
    private final StripeGateway gateway = new StripeGateway(new Calls(), JsonMapper.shared());

    @ParameterizedTest
    @CsvSource({
        "'', whsec_a, secret-key, field.missing",
        "pk_live_1, whsec_a, secret-key, stripe.key-public",
        "whsec_a, whsec_a, secret-key, stripe.key-wrong",
        "sk_live_1 2, whsec_a, secret-key, stripe.key-wrong",
        "sk_live_1, '', signing-secrets, field.missing",
        "sk_live_1, sk_live_1, signing-secrets, stripe.secret-wrong",
    })
    void what_was_copied_from_the_wrong_place_is_told(String key, String secrets, String field, String code) {
        assertThatThrownBy(() -> gateway.check(Map.of("secret-key", key, "signing-secrets", secrets)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.faults()).containsExactly(new Fault(field, code, Map.of())));
    }

    @Test
    void both_are_told_at_once() {
        assertThatThrownBy(() -> gateway.check(Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.faults()).hasSize(2));
    }

    @Test
    void a_key_with_few_rights_and_two_secrets_are_taken() {
        assertThatCode(() -> gateway.check(
                        Map.of("secret-key", " rk_live_51Ab \n", "signing-secrets", "whsec_a\n\n whsec_b \n")))
                .doesNotThrowAnyException();
    }

    /** Twenty megabytes of library, of which Spring would load a good part if a bean named one of its types in a signature. */
    @Test
    void nothing_of_stripes_library_is_loaded_before_somebody_pays() throws ReflectiveOperationException {
        var bean = new WithoutLibraries(StripeGateway.class, "com.stripe.", "com.google.gson.").loadAnew();

        assertThatCode(bean::getDeclaredMethods).doesNotThrowAnyException();
        assertThatCode(bean::getDeclaredFields).doesNotThrowAnyException();
        var constructor = bean.getDeclaredConstructor(Calls.class, JsonMapper.class);
        constructor.setAccessible(true);
        var made = constructor.newInstance(new Calls(), JsonMapper.shared());
        for (var name : new String[] {"kind", "able", "fields", "thanks", "sorry"}) {
            var method = bean.getMethod(name);
            method.setAccessible(true);
            assertThat(method.invoke(made)).isNotNull();
        }
    }
}
