package app.teahouse.columns;

import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.web.On;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When the parts of a column open, for programs. They read it with the column ({@link ColumnApi}). */
@RestController
@RequestMapping("/api/v1/circles/{slug}/columns/{number}")
class OpeningApi {
    private final SetOpening setOpening;
    private final SetTier setTier;

    OpeningApi(SetOpening setOpening, SetTier setTier) {
        this.setOpening = setOpening;
        this.setTier = setTier;
    }

    /** @param leastTier from which tier of the circle's plans on the column is open; 0 for all members */
    record TierJson(int leastTier) {}

    @PutMapping("/tier")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tier(Staff staff, @PathVariable long number, @RequestBody TierJson asked) {
        setTier.set(staff, number, asked.leastTier());
    }

    @PutMapping("/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void column(
            @On(Surface.POST) Speaker speaker, @PathVariable long number, @RequestBody ColumnApi.OpeningJson asked) {
        setOpening.column(speaker, number, asked.opening());
    }

    @PutMapping("/items/{post}/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void part(
            @On(Surface.POST) Speaker speaker,
            @PathVariable long number,
            @PathVariable long post,
            @RequestBody ColumnApi.OpeningJson asked) {
        setOpening.part(speaker, number, post, asked.opening());
    }

    /** As the column says, from now on. */
    @DeleteMapping("/items/{post}/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void asTheColumn(@On(Surface.POST) Speaker speaker, @PathVariable long number, @PathVariable long post) {
        setOpening.part(speaker, number, post, null);
    }
}
