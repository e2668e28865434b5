package app.teahouse.directory;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.membertags.MemberTags;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Members look for each other, and write what they are found by. */
@Controller
@RequestMapping("/c/{slug}/directory")
class DirectoryPages {
    private final Templates templates;
    private final Directory directory;
    private final EntryRows rows;
    private final WriteEntry writeEntry;
    private final LeaveDirectory leaveDirectory;
    private final Choice choice;
    private final MemberTags tags;

    DirectoryPages(
            Templates templates,
            Directory directory,
            EntryRows rows,
            WriteEntry writeEntry,
            LeaveDirectory leaveDirectory,
            Choice choice,
            MemberTags tags) {
        this.templates = templates;
        this.directory = directory;
        this.rows = rows;
        this.writeEntry = writeEntry;
        this.leaveDirectory = leaveDirectory;
        this.choice = choice;
        this.tags = tags;
    }

    @GetMapping
    Page list(
            Member member,
            Frame frame,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String expertise,
            @RequestParam(required = false) @Nullable String interest,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String before) {
        var asked = Directory.Asked.of(q, expertise, interest, region, before);
        var own = own(member);
        var found = directory.page(member, own.isListed(), asked, Directory.SIZE);
        return Page.of(templates.directoryList(frame, DirectoryView.of(member, own, asked, found)));
    }

    private Entry own(Member member) {
        return rows.of(member.circle(), member.account()).orElse(Entry.NONE);
    }

    private static String url(Member member) {
        return "/c/" + member.face().slug() + "/directory";
    }

    @GetMapping("/mine")
    Page mine(Member member, Frame frame) {
        var own = own(member);
        return Page.of(mine(member, frame, own, EntryForm.of(frame, own)));
    }

    private JteModel mine(Member member, Frame frame, Entry own, Form form) {
        var known = tags.ownExpertise(member).stream()
                .filter(name -> !own.said().expertise().contains(name))
                .toList();
        return templates.directoryMine(frame, member.face(), own, choice.isOpen(member.circle()), known, form);
    }

    @PostMapping("/mine")
    Page write(@On(Surface.PROFILE) Speaker speaker, Member member, Frame frame, Form form) {
        return form.submit(
                () -> {
                    writeEntry.write(speaker, form.has("listed"), EntryForm.said(form), EntryForm.audiences(form));
                    return Page.to(url(member) + "/mine").saying("web.saved");
                },
                again -> mine(member, frame, own(member), again));
    }

    @PostMapping("/mine/hiding")
    @NoSurface("Who is found no more says nothing")
    @WhileHalted
    Page hide(Member member) {
        leaveDirectory.hide(member);
        return Page.to(url(member) + "/mine").saying("directory.hidden");
    }

    @PostMapping("/mine/removal")
    @NoSurface("Takes one's own words away")
    @WhileHalted
    Page forget(Member member) {
        leaveDirectory.forget(member);
        return Page.to(url(member) + "/mine").saying("directory.forgotten");
    }
}
