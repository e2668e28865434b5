package app.teahouse.payouts;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class PayoutsTabs {

    @Bean
    Tab earningsTab() {
        return new Tab(Place.MONEY, 10, Who.PARTNERS, "payouts.overview", "/manage/money");
    }

    @Bean
    Tab payoutsTab() {
        return new Tab(Place.MONEY, 60, Who.PARTNERS, "payouts.tab", "/manage/money/payouts");
    }
}
