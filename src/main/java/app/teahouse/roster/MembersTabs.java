package app.teahouse.roster;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class MembersTabs {

    @Bean
    Tab membersTab() {
        return new Tab(Place.CIRCLE, 40, Who.MEMBERS, "web.tab.members", "/members");
    }
}
