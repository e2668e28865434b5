package app.teahouse.blocking;

import app.teahouse.blocks.Blocks;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.members.CirclesOf;
import app.teahouse.members.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads whom somebody blocked, by the names they have in those circles. */
@Component
class BlockSheet {
    /** More circles than anybody blocks somebody in. */
    private static final int CIRCLES = 200;

    private final Blocks blocks;
    private final CirclesOf circlesOf;
    private final Circles circles;
    private final Members members;

    BlockSheet(Blocks blocks, CirclesOf circlesOf, Circles circles, Members members) {
        this.blocks = blocks;
        this.circlesOf = circlesOf;
        this.circles = circles;
        this.members = members;
    }

    /** In all circles they are or were in. */
    List<BlockView> of(AccountId account) {
        return of(account, circlesOf.all(account).stream().limit(CIRCLES).toList());
    }

    List<BlockView> of(AccountId account, List<CircleId> asked) {
        var found = blocks.of(account, asked);
        var known = circles.byIds(
                found.stream().map(Blocks.Block::circle).distinct().toList());
        var views = new ArrayList<BlockView>();
        found.stream().collect(Collectors.groupingBy(Blocks.Block::circle)).forEach((circle, ones) -> {
            var here = known.get(circle);
            var cards =
                    members.cards(circle, ones.stream().map(Blocks.Block::other).toList());
            for (var one : ones) {
                var card = cards.get(one.other());
                if (here != null && card != null) {
                    views.add(new BlockView(here.face(), card, one.at()));
                }
            }
        });
        views.sort((one, other) -> other.at().compareTo(one.at()));
        return List.copyOf(views);
    }
}
