package app.teahouse.saved;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody saved, and the button that saves. {@link SavedApi} is the same room's other door. */
@Controller
class SavedPages {
    private static final int SIZE = 20;
    private static final String LIST = "/me/saved";

    private final SavePost savePost;
    private final SavedList list;
    private final SavedSheet sheet;
    private final Folders folders;
    private final Templates templates;

    SavedPages(SavePost savePost, SavedList list, SavedSheet sheet, Folders folders, Templates templates) {
        this.savePost = savePost;
        this.list = list;
        this.sheet = sheet;
        this.folders = folders;
        this.templates = templates;
    }

    /** @param folder a folder's key; what is none is as if not asked */
    @GetMapping(LIST)
    Page list(
            Person person,
            Frame frame,
            @RequestParam(required = false) @Nullable String folder,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before) {
        var all = folders.of(person);
        var asked = all.stream().filter(one -> one.key().equals(folder)).findFirst();
        var search = q == null || q.isBlank() ? null : q.strip();
        var page = list.read(person, new SavedList.Asked(asked.map(Folder::id).orElse(null), search, before), SIZE);
        return Page.of(templates.savedList(
                frame, new SavedListView(all, asked.orElse(null), search == null ? "" : search, before == null, page)));
    }

    @PostMapping("/c/{slug}/p/{number}/saved")
    @NoSurface("What one saves is seen by nobody else")
    @WhileHalted
    Page save(Member member, @PathVariable long number, Frame frame) {
        savePost.save(member, number);
        var url = url(member, number);
        return frame.fragment()
                ? Page.of(templates.savedButton(frame, url, sheet.kept(member, number), true))
                : Page.to(url).saying("saved.saved");
    }

    @PostMapping("/c/{slug}/p/{number}/saved/removal")
    @NoSurface("What one saves is seen by nobody else")
    @WhileHalted
    Page remove(Member member, @PathVariable long number, Form form, Frame frame) {
        savePost.remove(member, number);
        var url = url(member, number);
        return frame.fragment()
                ? Page.of(templates.savedButton(frame, url, Kept.NOT, true))
                : Page.to(form.has("list") ? LIST : url).saying("saved.removed", url + "/saved");
    }

    private static String url(Member member, long number) {
        return "/c/" + member.face().slug() + "/p/" + number;
    }
}
