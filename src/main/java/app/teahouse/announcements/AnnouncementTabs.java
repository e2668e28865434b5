package app.teahouse.announcements;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class AnnouncementTabs {

    @Bean
    Tab announcementsDeskTab() {
        return new Tab(Place.MANAGE, 57, Who.STAFF, "announcements.tab", "speakerphone", "/manage/announcements");
    }
}
