package app.teahouse.saved;

import app.teahouse.kernel.Person;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The folders in which somebody keeps saved posts. */
@Controller
class FolderPages {
    private static final String HERE = "/me/saved/folders";

    private final Folders folders;
    private final Templates templates;

    FolderPages(Folders folders, Templates templates) {
        this.folders = folders;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page all(Person person, Frame frame) {
        return Page.of(templates.savedFolders(frame, Form.blank(frame), folders.of(person)));
    }

    @PostMapping(HERE)
    Page add(Person person, Frame frame, Form form) {
        return form.submit(
                () -> {
                    folders.add(person, form.value("name"));
                    return Page.to(HERE).saying("saved.folder.added");
                },
                again -> templates.savedFolders(frame, again, folders.of(person)));
    }

    @GetMapping(HERE + "/{folder}")
    Page one(Person person, Frame frame, @PathVariable FolderId folder) {
        var found = found(person, folder);
        return Page.of(templates.savedFolder(frame, Form.blank(frame, "name", found.name()), found));
    }

    @PostMapping(HERE + "/{folder}")
    Page rename(Person person, Frame frame, Form form, @PathVariable FolderId folder) {
        return form.submit(
                () -> {
                    folders.rename(person, folder, form.value("name"));
                    return Page.to(HERE).saying("web.saved");
                },
                again -> templates.savedFolder(frame, again, found(person, folder)));
    }

    @PostMapping(HERE + "/{folder}/removal")
    Page remove(Person person, @PathVariable FolderId folder) {
        folders.remove(person, folder);
        return Page.to(HERE).saying("saved.folder.removed");
    }

    @PostMapping(HERE + "/{folder}/up")
    Page up(Person person, @PathVariable FolderId folder) {
        folders.move(person, folder, true);
        return Page.to(HERE);
    }

    @PostMapping(HERE + "/{folder}/down")
    Page down(Person person, @PathVariable FolderId folder) {
        folders.move(person, folder, false);
        return Page.to(HERE);
    }

    private Folder found(Person person, FolderId id) {
        return folders.of(person).stream()
                .filter(folder -> folder.id().equals(id))
                .findFirst()
                .orElseThrow(Folders::unknown);
    }
}
