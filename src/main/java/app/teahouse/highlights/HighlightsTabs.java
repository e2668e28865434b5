package app.teahouse.highlights;

import app.teahouse.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entry of the Manage pages. */
@Configuration(proxyBeanMethods = false)
class HighlightsTabs {

    @Bean
    Tab highlightsTab() {
        return new Tab(Tab.Place.CONTENT, 10, Tab.Who.STAFF, "highlights.tab", "/manage/highlights");
    }
}
