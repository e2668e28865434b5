package app.teahouse.applications;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own applications that wait, for programs. */
@RestController
@RequestMapping("/api/v1/applications")
class MyApplicationApi {
    private final MyApplications myApplications;
    private final WithdrawApplication withdrawApplication;

    MyApplicationApi(MyApplications myApplications, WithdrawApplication withdrawApplication) {
        this.myApplications = myApplications;
        this.withdrawApplication = withdrawApplication;
    }

    record MyApplicationJson(UUID circle, String slug, String name, Instant madeAt) {}

    record MyApplicationListJson(List<MyApplicationJson> items) {}

    @GetMapping
    MyApplicationListJson list(Person person) {
        return new MyApplicationListJson(myApplications.of(person).stream()
                .map(one -> new MyApplicationJson(
                        one.face().id().value(), one.face().slug(), one.face().name(), one.madeAt()))
                .toList());
    }

    /** Where none waits it changes nothing. */
    @DeleteMapping("/{circle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Person person, @PathVariable CircleId circle) {
        withdrawApplication.withdraw(circle, person.account());
    }
}
