package app.teahouse.statements;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tab. */
@Configuration(proxyBeanMethods = false)
class StatementsTabs {

    @Bean
    Tab statementsTab() {
        return new Tab(Place.MONEY, 65, Who.PARTNERS, "statements.tab", "/manage/money/statements");
    }
}
