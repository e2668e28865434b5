package app.teahouse.receipts;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class OrdersTabs {

    @Bean
    Tab ordersTab() {
        return new Tab(Place.MONEY, 15, Who.PARTNERS, "receipts.tab", "/manage/money/orders");
    }
}
