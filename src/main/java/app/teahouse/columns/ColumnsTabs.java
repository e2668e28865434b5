package app.teahouse.columns;

import app.teahouse.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The library below a circle's head, and the columns in Manage. */
@Configuration(proxyBeanMethods = false)
class ColumnsTabs {

    @Bean
    Tab libraryTab() {
        return new Tab(Tab.Place.CIRCLE, 20, Tab.Who.READERS, "web.tab.library", "/library");
    }

    @Bean
    Tab columnsTab() {
        return new Tab(Tab.Place.CONTENT, 20, Tab.Who.STAFF, "columns.tab", "/manage/columns");
    }
}
