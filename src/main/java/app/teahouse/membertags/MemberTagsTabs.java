package app.teahouse.membertags;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class MemberTagsTabs {

    @Bean
    Tab memberTagsTab() {
        return new Tab(Place.MEMBERS, 40, Who.STAFF, "membertags.tab", "/manage/member-tags");
    }
}
