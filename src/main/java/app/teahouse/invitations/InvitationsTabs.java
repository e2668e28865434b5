package app.teahouse.invitations;

import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This room's tabs. */
@Configuration(proxyBeanMethods = false)
class InvitationsTabs {

    @Bean
    Tab invitationsTab() {
        return new Tab(Place.MEMBERS, 20, Who.STAFF, "invitations.tab", "/manage/invitations");
    }
}
