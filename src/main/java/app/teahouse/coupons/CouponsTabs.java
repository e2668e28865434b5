package app.teahouse.coupons;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class CouponsTabs {

    @Bean
    Tab couponsTab() {
        return new Tab(Place.MONEY, 25, Who.PARTNERS, "coupons.tab", "/manage/money/coupons");
    }
}
