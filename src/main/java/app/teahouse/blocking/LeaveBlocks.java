package app.teahouse.blocking;

import app.teahouse.blocks.Blocks;
import app.teahouse.blocks.BlocksHousehold;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.members.CirclesOf;
import app.teahouse.members.Members;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom a person blocked is theirs to take along, and goes with either account. */
@Component
@Order(-3)
class LeaveBlocks implements Leaving, OwnData {
    private final Blocks blocks;
    private final BlocksHousehold household;
    private final CirclesOf circlesOf;
    private final Members members;

    LeaveBlocks(Blocks blocks, BlocksHousehold household, CirclesOf circlesOf, Members members) {
        this.blocks = blocks;
        this.household = household;
        this.circlesOf = circlesOf;
        this.members = members;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> household.forget(circle, account));
        return false;
    }

    /** @param member the other's number in the circle, or null where that account is gone */
    private record Line(UUID circle, @Nullable Long member, Instant at) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("blocks.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var block : blocks.of(account, List.of(circle))) {
                    var number = members.card(circle, block.other())
                            .map(card -> card.number())
                            .orElse(null);
                    archive.line(file, new Line(circle.value(), number, block.at()));
                }
            }
        }
    }
}
