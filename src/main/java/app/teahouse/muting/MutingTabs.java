package app.teahouse.muting;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class MutingTabs {

    @Bean
    Tab speakingTab() {
        return new Tab(Place.ORDER, 30, Who.STAFF, "muting.tab", "/manage/speaking");
    }
}
