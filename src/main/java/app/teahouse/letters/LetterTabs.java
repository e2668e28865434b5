package app.teahouse.letters;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tab. */
@Configuration(proxyBeanMethods = false)
class LetterTabs {

    @Bean
    Tab lettersTab() {
        return new Tab(Place.ORDER, 20, Who.STAFF, "letters.tab", "/manage/letters");
    }
}
