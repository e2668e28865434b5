package app.teahouse.review;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tab. */
@Configuration(proxyBeanMethods = false)
class ReviewTabs {

    @Bean
    Tab reviewTab() {
        return new Tab(Place.ORDER, 10, Who.STAFF, "review.tab", "/manage/review");
    }
}
