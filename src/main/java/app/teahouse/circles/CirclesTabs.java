package app.teahouse.circles;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class CirclesTabs {

    @Bean
    Tab settingsTab() {
        return new Tab(Place.SETTINGS, 10, Who.PARTNERS, "circles.tab.settings", "/manage/settings");
    }
}
