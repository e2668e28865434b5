package app.teahouse.removals;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class RemovalsTabs {

    @Bean
    Tab removalsTab() {
        return new Tab(Place.ORDER, 35, Who.STAFF, "removals.tab", "/manage/removals");
    }
}
