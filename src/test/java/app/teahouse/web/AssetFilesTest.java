package app.teahouse.web;

import static org.assertj.core.api.Assertions.assertThat;

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
}
