package app.teahouse.takeaway;

import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.security.Limits;
import app.teahouse.takeaway.TakeawayKind.For;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Manage › Take away, and the page of each file: how far it is, and the way to fetch it. */
@Controller
class TakeawayPages {
    private final Kinds kinds;
    private final AskForTakeaway askForTakeaway;
    private final StopTakeaway stopTakeaway;
    private final TakeawaySheet sheet;
    private final Sessions sessions;
    private final Limits limits;
    private final Templates templates;

    TakeawayPages(
            Kinds kinds,
            AskForTakeaway askForTakeaway,
            StopTakeaway stopTakeaway,
            TakeawaySheet sheet,
            Sessions sessions,
            Limits limits,
            Templates templates) {
        this.kinds = kinds;
        this.askForTakeaway = askForTakeaway;
        this.stopTakeaway = stopTakeaway;
        this.sheet = sheet;
        this.sessions = sessions;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/manage/takeaway")
    Page list(Owner owner, Frame frame) {
        return Page.of(templates.takeawayList(frame, Form.blank(frame), kinds.of(For.OWNER), sheet.latest(owner)));
    }

    /** An owner's kind without a page of its own. */
    @PostMapping("/c/{slug}/manage/takeaway/{kind}")
    @WhileHalted
    Page ask(Owner owner, Frame frame, Form form, @PathVariable String kind) {
        return form.submit(
                () -> {
                    sessions.reread(owner.member().person().signIn());
                    limits.take("takeaway", owner.account().value().toString(), 20, Duration.ofHours(1));
                    var slug = owner.member().face().slug();
                    var id = askForTakeaway.ask(owner.member(), kind, "", slug + "-" + kind + ".zip");
                    return Page.to(url(owner.member(), id));
                },
                again -> templates.takeawayList(frame, again, kinds.of(For.OWNER), sheet.latest(owner)));
    }

    @GetMapping("/c/{slug}/takeaway/{id}")
    Page run(Member member, Frame frame, @PathVariable TakeawayId id) {
        return Page.of(templates.takeawayRun(frame, sheet.read(member, id)));
    }

    @GetMapping("/c/{slug}/takeaway/{id}/file")
    ResponseEntity<Resource> file(Member member, @PathVariable TakeawayId id) {
        sessions.reread(member.person().signIn());
        return Handing.out(sheet.file(member, id), sheet.read(member, id).fileName());
    }

    @PostMapping("/c/{slug}/takeaway/{id}/stop")
    @NoSurface("Nobody else sees what one takes away")
    @WhileHalted
    Page stop(Member member, @PathVariable TakeawayId id) {
        stopTakeaway.stop(member, id);
        return Page.to(url(member, id)).saying("takeaway.stopped-said");
    }

    private static String url(Member member, TakeawayId id) {
        return "/c/" + member.face().slug() + "/takeaway/" + Ids.text(id);
    }

    /** Its entry below Manage. */
    @Configuration(proxyBeanMethods = false)
    static class Entry {
        @Bean
        Tab takeawayTab() {
            return new Tab(Tab.Place.SETTINGS, 80, Tab.Who.OWNER, "takeaway.tab", "/manage/takeaway");
        }
    }
}
