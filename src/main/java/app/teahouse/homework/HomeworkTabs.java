package app.teahouse.homework;

import app.teahouse.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's entry of the Manage pages. */
@Configuration(proxyBeanMethods = false)
class HomeworkTabs {

    @Bean
    Tab homeworkTab() {
        return new Tab(Tab.Place.CONTENT, 30, Tab.Who.STAFF, "homework.tab", "/manage/homework");
    }
}
