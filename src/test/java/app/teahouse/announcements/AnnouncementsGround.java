package app.teahouse.announcements;

import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A circle with members who are told. */
abstract class AnnouncementsGround {
    @Autowired
    SomeAnnouncements some;

    @Autowired
    DraftAnnouncement draft;

    @Autowired
    SendAnnouncement send;

    @Autowired
    SomeCircles circles;

    @Autowired
    JdbcTemplate jdbc;

    Owner owner;

    Staff staff;

    String subject = "";

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        subject = "Tea for " + owner.circle().value();
    }

    List<String> had() {
        return some.had(owner.circle(), subject);
    }
}
