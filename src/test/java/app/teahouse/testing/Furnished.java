package app.teahouse.testing;

import app.teahouse.accounts.SomePeople;
import app.teahouse.invitations.InvitationText;
import app.teahouse.invitations.MakeInvitation;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** A circle with something in every table, and a member who has something in every table: what an ending has to take away. */
@Component
public class Furnished {
    private final SomeCircles circles;
    private final SomePeople people;
    private final MakeInvitation makeInvitation;
    private final ObjectProvider<Furnishing> furnishings;
    private final NamedParameterJdbcTemplate jdbc;

    Furnished(
            SomeCircles circles,
            SomePeople people,
            MakeInvitation makeInvitation,
            ObjectProvider<Furnishing> furnishings,
            JdbcTemplate jdbc) {
        this.circles = circles;
        this.people = people;
        this.makeInvitation = makeInvitation;
        this.furnishings = furnishings;
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    public record Rooms(Owner owner, Member member) {}

    public Rooms rooms(String name) throws IOException {
        var owner = circles.someOwner();
        var person = people.withPassword(people.someone(name));
        people.cookie(person);
        var member = circles.join(owner, person);
        furnishings.forEach(furnishing -> furnishing.furnish(owner, member));
        makeInvitation.make(
                circles.speaker(owner.member(), Surface.INVITE), new InvitationText("A link", Role.MEMBER, null, null));
        fill(owner, member, name);
        return new Rooms(owner, member);
    }

    private void fill(Owner owner, Member member, String name) throws IOException {
        var values = new MapSqlParameterSource()
                .addValue("circle", owner.circle().value())
                .addValue("owner", owner.account().value())
                .addValue("other", owner.account().value().toString())
                .addValue("member", member.account().value())
                .addValue("account", member.account().value().toString())
                .addValue("name", name);
        var lines = new ClassPathResource("furnish.sql").getContentAsString(StandardCharsets.UTF_8);
        for (var statement : List.of(lines.replaceAll("(?m)^--.*$", "").split(";\n"))) {
            if (!statement.isBlank()) {
                jdbc.update(statement, values);
            }
        }
    }
}
