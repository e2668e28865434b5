package app.teahouse.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.testing.Held;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom staff took out of the directory stays out until they are let in. */
@TeahouseTest
class TakenOutTest extends DirectoryGround {
    @Autowired
    TakeOut takeOut;

    @Autowired
    Held held;

    @Test
    void whom_staff_took_out_stays_out_whatever_they_write_until_they_are_let_in() {
        var admin = circles.someAdmin(owner);
        takeOut.takeOut(admin, potter.standing().number(), "Not yours to offer");
        assertThat(sees(reader, potter)).isFalse();
        write(potter, true, POTTER, Map.of());
        assertThat(state(potter)).isEqualTo(Entry.State.OUT);
        leaveDirectory.hide(potter);
        leaveDirectory.forget(potter);
        write(potter, true, POTTER, Map.of());
        assertThat(state(potter)).isEqualTo(Entry.State.OUT);
        assertThat(sees(owner.member(), potter)).isFalse();
        assertThatThrownBy(() -> takeOut.takeOut(admin, potter.standing().number(), "Twice"))
                .hasMessage("directory.not-listed");
        await().untilAsserted(() -> assertThat(db.sql(
                                "select detail || ' ' || excerpt from notify.notice where account_id = :account and kind = 'directory'")
                        .with("account", potter.account())
                        .all((row, n) -> row.getString(1)))
                .containsExactly("out Not yours to offer"));

        takeOut.letIn(admin, potter.standing().number());
        assertThat(state(potter)).isEqualTo(Entry.State.DRAFT);
        write(potter, true, POTTER, Map.of());
        assertThat(sees(reader, potter)).isTrue();

        list(owner.member());
        assertThatThrownBy(() -> takeOut.takeOut(admin, 1, "The owner")).hasMessage("role.not-above");
        await().untilAsserted(() -> assertThat(db.sql(
                                "select kind from log.entry where circle_id = :circle and kind like 'directory%' order by entry_id")
                        .with("circle", owner.circle())
                        .all((row, n) -> row.getString(1)))
                .containsExactly("directory_out", "directory_in"));
    }

    /** What they do waits for the staff, and finds them out. */
    @Test
    void whoever_writes_hides_or_forgets_while_staff_take_them_out_is_out() throws Exception {
        var admin = circles.someAdmin(owner);
        var number = potter.standing().number();
        for (Runnable deed : List.<Runnable>of(
                () -> write(potter, true, POTTER, Map.of()),
                () -> write(potter, false, POTTER, Map.of()),
                () -> leaveDirectory.hide(potter),
                () -> leaveDirectory.forget(potter))) {
            write(potter, true, POTTER, Map.of());
            assertThat(held.then(
                            () -> {
                                takeOut.takeOut(admin, number, "Not yours to offer");
                                return number;
                            },
                            Executors.callable(deed)))
                    .isEmpty();
            assertThat(state(potter)).isEqualTo(Entry.State.OUT);
            takeOut.letIn(admin, number);
        }
    }
}
