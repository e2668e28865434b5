package app.teahouse.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Refusal.Fault;
import app.teahouse.outside.Calls;
import app.teahouse.testing.WithoutLibraries;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class WeChatFieldsTest extends WeChatAtHand {

    @Test
    void what_wechat_gave_is_taken_as_it_was_copied() {
        filled.put("certificate-serial", " " + LocalWeChat.SERIAL.toLowerCase(java.util.Locale.ROOT) + "\n");
        assertThatCode(() -> gateway.check(filled)).doesNotThrowAnyException();
        filled.put("public-key-id", "PUB_KEY_ID_0119000001");
        filled.put("public-key", WeChatKeys.pem(FIRST.pair().getPublic()));
        assertThatCode(() -> gateway.check(filled)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "merchant-id, wx0123456789abcdef, wechat.merchant-wrong",
        "certificate-serial, 1900000109, wechat.serial-wrong",
        "private-key, CERTIFICATE, wechat.private-key-wrong",
        "private-key, PUBLIC, wechat.private-key-wrong",
        "private-key, -----BEGIN RSA PRIVATE KEY----- MIIE, wechat.private-key-wrong",
        "api-key, too-short, wechat.api-key-wrong",
        "app-id, 1900000109, wechat.app-wrong",
        "app-secret, wx0123456789abcdef, wechat.app-secret-wrong",
        "public-key-id, 0119000001, wechat.public-key-id-wrong",
        "merchant-id, '', field.missing",
        "app-secret, '', field.missing",
    })
    void what_was_copied_from_the_wrong_place_is_told(String field, String value, String code) {
        filled.put("public-key-id", "PUB_KEY_ID_0119000001");
        filled.put("public-key", WeChatKeys.pem(FIRST.pair().getPublic()));
        filled.put(
                field,
                switch (value) {
                    case "CERTIFICATE" -> WeChatKeys.pem(FIRST.certificate());
                    case "PUBLIC" -> WeChatKeys.pem(FIRST.pair().getPublic());
                    default -> value;
                });

        assertThatThrownBy(() -> gateway.check(filled))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.faults())
                                .extracting(Fault::field, Fault::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, code)));
    }

    @Test
    void the_public_key_and_its_name_come_together() {
        filled.put("public-key", WeChatKeys.pem(FIRST.pair().getPublic()));
        assertThatThrownBy(() -> gateway.check(filled)).hasMessage("wechat.public-key-id-wrong");
        filled.remove("public-key");
        filled.put("public-key-id", "PUB_KEY_ID_0119000001");
        assertThatThrownBy(() -> gateway.check(filled)).hasMessage("wechat.public-key-wrong");
    }

    @Test
    void all_that_is_missing_is_told_at_once() {
        assertThatThrownBy(() -> gateway.check(Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.faults()).hasSize(6));
    }

    @Test
    void nothing_of_wechats_library_is_loaded_before_somebody_pays() throws ReflectiveOperationException {
        for (var known : List.of(WeChatGateway.class, OpenIdPages.class, OpenIds.class, AskWhoPays.class)) {
            var bean = new WithoutLibraries(known, "com.wechat.", "com.google.gson.").loadAnew();
            assertThatCode(bean::getDeclaredMethods).doesNotThrowAnyException();
            assertThatCode(bean::getDeclaredFields).doesNotThrowAnyException();
            assertThatCode(bean::getDeclaredConstructors).doesNotThrowAnyException();
        }
        var bean = new WithoutLibraries(WeChatGateway.class, "com.wechat.", "com.google.gson.").loadAnew();
        var constructor = bean.getDeclaredConstructors()[0].getParameterCount() == 4
                ? bean.getDeclaredConstructors()[0]
                : bean.getDeclaredConstructors()[1];
        constructor.setAccessible(true);
        var made = constructor.newInstance(new Calls(), Clock.systemUTC(), JsonMapper.shared(), null);
        for (var name : List.of("kind", "able", "fields", "thanks", "sorry")) {
            var method = bean.getMethod(name);
            method.setAccessible(true);
            assertThat(method.invoke(made)).isNotNull();
        }
    }

    /** The program is spared OkHttp, Kotlin and Apache's old client, which the library would bring along. */
    @ParameterizedTest
    @CsvSource({"okhttp3.OkHttpClient", "kotlin.Unit", "org.apache.http.client.HttpClient"})
    void nothing_that_the_library_could_do_without_is_there(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
}
