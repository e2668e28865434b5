package app.teahouse.gifts;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class GiftsTabs {

    @Bean
    Tab giftsTab() {
        return new Tab(Place.MONEY, 17, Who.PARTNERS, "gifts.tab", "/manage/money/gifts");
    }
}
