package app.teahouse.memberships;

import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.passes.ChangePass;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A member's own time, for programs. {@link PassPages} is the other door; better plans are bought as any order is. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/pass")
class PassApi {
    private final PassSheet passSheet;
    private final RenewItself renewItself;
    private final ChangePass changePass;

    PassApi(PassSheet passSheet, RenewItself renewItself, ChangePass changePass) {
        this.passSheet = passSheet;
        this.renewItself = renewItself;
        this.changePass = changePass;
    }

    /** Not found for whoever has none: staff, and everybody in a circle that costs nothing. */
    @GetMapping
    PassJson pass(Onlooker onlooker, Person person) {
        return PassJson.of(passSheet.of(onlooker, person, true));
    }

    @PutMapping("/automatic")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("How somebody pays is between them and the circle")
    void renew(Onlooker onlooker, Person person) {
        renewItself.begin(onlooker, person);
    }

    @DeleteMapping("/automatic")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("How somebody pays is between them and the circle")
    @WhileHalted
    void stop(Onlooker onlooker, Person person) {
        changePass.automatic(onlooker.circle(), person, false);
    }

    /** @param plan one of {@code smaller} */
    record NextPlanJson(long plan) {}

    @PutMapping("/next")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("Which plan follows is between them and the circle")
    void choose(Onlooker onlooker, Person person, @RequestBody NextPlanJson wish) {
        changePass.next(onlooker.circle(), person, wish.plan());
    }

    @DeleteMapping("/next")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("Which plan follows is between them and the circle")
    void keep(Onlooker onlooker, Person person) {
        changePass.next(onlooker.circle(), person, null);
    }
}
