package app.teahouse.blocking;

import app.teahouse.settings.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's line on the page of settings. */
@Configuration(proxyBeanMethods = false)
class BlockingSettings {

    @Bean
    SettingsEntry blocksEntry() {
        return new SettingsEntry(55, "blocking.title", "user-x", "/me/settings/blocks");
    }
}
