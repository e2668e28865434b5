package app.teahouse.home;

import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import app.teahouse.web.Tab.Place;
import app.teahouse.web.Tab.Who;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Today: who needs the staff of a circle now. */
@Controller
class TodayPages {
    private final Templates templates;
    private final List<TodayCard> cards;

    TodayPages(Templates templates, List<TodayCard> cards) {
        this.templates = templates;
        this.cards = cards;
    }

    @GetMapping("/c/{slug}/manage")
    Page today(Staff staff, Frame frame) {
        var shown = cards.stream()
                .map(card -> card.card(frame, staff))
                .flatMap(Optional::stream)
                .toList();
        return Page.of(templates.homeToday(frame, shown));
    }

    /** This room's entry of Manage. */
    @Configuration(proxyBeanMethods = false)
    static class Tabs {

        @Bean
        Tab todayTab() {
            return new Tab(Place.TODAY, 10, Who.STAFF, "home.today", "/manage");
        }
    }
}
