package app.teahouse.till;

import app.teahouse.gateways.MeansId;
import app.teahouse.kernel.Person;
import app.teahouse.payments.SavedMeans;
import app.teahouse.settings.SettingsEntry;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The cards that somebody let us keep, and how they are taken away. */
@Controller
class CardPages {
    private static final String HERE = "/me/cards";

    private final Templates templates;
    private final SavedMeans savedMeans;

    CardPages(Templates templates, SavedMeans savedMeans) {
        this.templates = templates;
        this.savedMeans = savedMeans;
    }

    @Bean
    static SettingsEntry cardsEntry() {
        return new SettingsEntry(60, "till.cards", "credit-card", HERE);
    }

    @GetMapping(HERE)
    Page cards(Person person, Frame frame) {
        return Page.of(templates.tillCards(frame, savedMeans.of(person.account())));
    }

    @PostMapping(HERE + "/{card}/removal")
    Page remove(Person person, @PathVariable MeansId card) {
        savedMeans.remove(person.account(), card);
        return Page.to(HERE).saying("till.card.removed");
    }
}
