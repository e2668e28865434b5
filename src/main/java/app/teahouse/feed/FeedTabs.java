package app.teahouse.feed;

import app.teahouse.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tab. */
@Configuration(proxyBeanMethods = false)
class FeedTabs {

    @Bean
    Tab feedTab() {
        return new Tab(Tab.Place.CIRCLE, 10, Tab.Who.READERS, "web.tab.feed", "");
    }
}
