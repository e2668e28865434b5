package app.teahouse.syndication;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.MyCircles;
import app.teahouse.settings.SettingsEntry;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;

/** Feeds for programs that read them, and the page where members make addresses for theirs. */
@Controller
class FeedPages {
    private static final String HERE = "/me/settings/feeds";

    private final Templates templates;
    private final Entries entries;
    private final Atom atom;
    private final PersonalAddresses addresses;
    private final MakeAddress makeAddress;
    private final MyCircles myCircles;
    private final Circles circles;

    FeedPages(
            Templates templates,
            Entries entries,
            Atom atom,
            PersonalAddresses addresses,
            MakeAddress makeAddress,
            MyCircles myCircles,
            Circles circles) {
        this.templates = templates;
        this.entries = entries;
        this.atom = atom;
        this.addresses = addresses;
        this.makeAddress = makeAddress;
        this.myCircles = myCircles;
        this.circles = circles;
    }

    @Bean
    static SettingsEntry feedsEntry() {
        return new SettingsEntry(60, "syndication.title", "rss", HERE);
    }

    /** What everybody may read of a circle; the same for members, whose own posts stand under their own addresses. */
    @GetMapping("/c/{slug}/feed.atom")
    ResponseEntity<byte[]> everybody(Onlooker onlooker, WebRequest request) {
        var face = onlooker.face();
        return Document.of(
                request,
                Atom.TYPE,
                "public, max-age=300",
                atom.write(face, "/c/" + face.slug() + "/feed.atom", entries.forEverybody(onlooker)));
    }

    @GetMapping("/feeds/{address}")
    ResponseEntity<byte[]> member(Visitor visitor, @PathVariable String address, WebRequest request) {
        var member = addresses.member(address);
        return Document.of(
                request,
                Atom.TYPE,
                "private, max-age=300",
                atom.write(member.face(), "/feeds/" + address, entries.forMember(member)));
    }

    @GetMapping(HERE)
    Page list(Person person, Frame frame) {
        return Page.of(templates.syndicationList(frame, lines(person)));
    }

    /** The circles somebody is in, and those they left with an address that leads nowhere any more. */
    private List<FeedLine> lines(Person person) {
        var since = addresses.of(person.account());
        var lines = new ArrayList<FeedLine>();
        for (var circle : myCircles.of(person)) {
            lines.add(
                    new FeedLine(circle.face(), true, since.remove(circle.face().id())));
        }
        circles.byIds(since.keySet())
                .forEach((id, circle) -> lines.add(new FeedLine(circle.face(), false, since.get(id))));
        return lines;
    }

    /** Answers with the page that tells the address; it is nowhere else and may not be kept. */
    @PostMapping("/c/{slug}/feed-address")
    @NoSurface("It lets somebody read, not speak")
    @WhileHalted
    Page make(Member member, Frame frame, HttpServletResponse response) {
        var path = makeAddress.make(member);
        response.setHeader("Cache-Control", "no-store");
        return Page.of(templates.syndicationMade(frame, member.face().name(), frame.absolute(path)));
    }

    @PostMapping(HERE + "/{circle}/removal")
    Page revoke(Person person, @PathVariable String circle) {
        addresses.revoke(person, new CircleId(Ids.parse(circle)));
        return Page.to(HERE).saying("syndication.revoked");
    }
}
