package app.teahouse.saved;

import app.teahouse.kernel.Person;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The folders for saved posts, for programs. */
@RestController
@RequestMapping("/api/v1/me/saved/folders")
class FolderApi {
    private final Folders folders;

    FolderApi(Folders folders) {
        this.folders = folders;
    }

    record FolderJson(UUID id, String name) {}

    record FoldersJson(List<FolderJson> items) {}

    @GetMapping
    FoldersJson all(Person person) {
        return new FoldersJson(folders.of(person).stream()
                .map(folder -> new FolderJson(folder.id().value(), folder.name()))
                .toList());
    }

    record FolderNameJson(@Nullable String name) {}

    record FolderMadeJson(UUID id) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FolderMadeJson add(Person person, @RequestBody FolderNameJson asked) {
        return new FolderMadeJson(folders.add(person, asked.name()).value());
    }

    @PutMapping("/{folder}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(Person person, @PathVariable FolderId folder, @RequestBody FolderNameJson asked) {
        folders.rename(person, folder, asked.name());
    }

    @DeleteMapping("/{folder}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Person person, @PathVariable FolderId folder) {
        folders.remove(person, folder);
    }
}
