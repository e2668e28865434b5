package app.teahouse.plans;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tab. */
@Configuration(proxyBeanMethods = false)
class PlansTabs {

    @Bean
    Tab plansTab() {
        return new Tab(Place.MONEY, 20, Who.PARTNERS, "plans.tab", "/manage/money/plans");
    }
}
