package app.teahouse.passes;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class PassesTabs {

    @Bean
    Tab priceTab() {
        return new Tab(Place.MONEY, 25, Who.PARTNERS, "passes.price.tab", "/manage/money/price");
    }
}
