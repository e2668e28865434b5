package app.teahouse.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines that this room has on the page of settings. */
@Configuration(proxyBeanMethods = false)
class SettingsEntries {

    @Bean
    SettingsEntry addressEntry() {
        return new SettingsEntry(10, "accounts.address", "mail", "/me/settings/address");
    }

    @Bean
    SettingsEntry passwordEntry() {
        return new SettingsEntry(20, "accounts.new-password", "lock", "/me/settings/password");
    }

    @Bean
    SettingsEntry sessionsEntry() {
        return new SettingsEntry(40, "accounts.sessions", "device-desktop", "/me/settings/sessions");
    }
}
