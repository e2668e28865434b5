package app.teahouse.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are good enough. */
class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "P@ssw0rd1234",
                "1234567890",
                "13812345678",
                "qwertyuiop",
                "aaaaaaaaaa",
                "abcabcabcabc",
                "iloveyou2024",
                "woaini1314520",
                "letmein12345!",
                "1q2w3e4r5t",
                "passwordpassword",
                "Summer2026!!",
                "correcthorsebatterystaple",
                "abcdefghijkl"
            })
    void what_everybody_tries_first_is_refused(String password) {
        refused("password.common", password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"four warm cups", "茶馆里的一只小花猫爱喝龙井", "vbk3-tlqz-9wdm", "I drink tea at 5", "9f8a77c1d2e3b4"})
    void long_ones_of_any_kind_are_taken(String password) {
        var faults = new Faults();
        passwords.check(faults, "password", password, "Mei Lin", "mei.lin@example.org");
        faults.refuse();
        assertThat(passwords.matches(password, passwords.hash(password))).isTrue();
    }

    @Test
    void short_ones_are_refused() {
        refused("password.too-short", "x7$Kq!z9B");
    }

    @Test
    void name_and_address_are_no_passwords() {
        refused("password.yours", "mei.lin1988");
        refused("password.yours", "MeiLin@example.org");
    }

    @Test
    void one_password_typed_in_two_ways_is_one_password() {
        assertThat(passwords.matches("ｆｏｕｒ ｃｕｐｓ café", passwords.hash("four cups cafe\u0301")))
                .isTrue();
    }

    @Test
    void nobody_waits_for_a_hash_for_ever() throws Exception {
        assertThat(passwords.matches("four warm cups", null)).isFalse();
    }

    @Test
    void what_strangers_are_compared_with_costs_as_much_as_a_real_hash() {
        assertThat(passwords.isOld(passwords.dummy)).isFalse(); // a malformed one throws, and would be answered at once
        assertThat(passwords.matches("nobody's password", null)).isFalse();
    }

    private void refused(String code, String password) {
        assertThatThrownBy(() -> {
                    var faults = new Faults();
                    passwords.check(faults, "password", password, "Mei Lin", "mei.lin@example.org");
                    faults.refuse();
                })
                .isInstanceOf(Refusal.class)
                .hasMessage(code);
    }
}
