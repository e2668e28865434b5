package app.teahouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class AssetFilesTest {
    @Autowired
    MockMvcTester browser;

    @Autowired
    Assets assets;

    @Autowired
    SomePeople people;

    @Test
    void assets_come_packed_and_may_be_kept_for_a_year() {
        assertThat(browser.get().uri(assets.at("app.css")).header("Accept-Encoding", "gzip, br"))
                .hasStatusOk()
                .hasHeader("Content-Encoding", "br")
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .hasHeader("Vary", "Accept-Encoding");
    }

    @Test
    void an_old_browser_gets_them_plain() {
        assertThat(browser.get().uri(assets.at("app.js"))).hasStatusOk().doesNotContainHeader("Content-Encoding");
    }

    @Test
    void light_or_dark_is_chosen_without_a_script() {
        assertThat(browser.get().uri("/look")).hasStatusOk().bodyText().contains("name=\"theme\"");
    }

    @Test
    void the_language_chosen_here_is_the_profiles() {
        var cookie = people.cookie(people.someone());
        assertThat(browser.get().uri("/look").cookie(cookie)).bodyText().contains("name=\"lang\"", "<html lang=\"en\"");
        assertThat(browser.post()
                        .uri("/look")
                        .param("theme", "auto")
                        .param("lang", "zh-CN")
                        .cookie(cookie)
                        .with(csrf()))
                .hasStatus(303);
        assertThat(browser.get().uri("/look").cookie(cookie)).bodyText().contains("<html lang=\"zh-CN\"");
    }
}
