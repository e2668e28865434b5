package app.teahouse.applications;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class ApplicationsTabs {

    @Bean
    Tab aboutTab() {
        return new Tab(Place.CIRCLE, 50, Who.ONLOOKERS, "web.tab.about", "/about");
    }

    @Bean
    Tab applicationsTab() {
        return new Tab(Place.MEMBERS, 10, Who.STAFF, "applications.tab", "/manage/applications");
    }
}
