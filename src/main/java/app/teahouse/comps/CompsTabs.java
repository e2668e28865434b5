package app.teahouse.comps;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class CompsTabs {

    @Bean
    Tab guestsTab() {
        return new Tab(Place.MONEY, 27, Who.PARTNERS, "comps.tab", "/manage/money/guests");
    }
}
