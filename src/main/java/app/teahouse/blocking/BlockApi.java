package app.teahouse.blocking;

import app.teahouse.kernel.Member;
import app.teahouse.web.NoSurface;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom the reader blocked in a circle, for programs; these fold what the others say by themselves. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/blocks")
class BlockApi {
    private final BlockMember blockMember;
    private final BlockSheet blockSheet;

    BlockApi(BlockMember blockMember, BlockSheet blockSheet) {
        this.blockMember = blockMember;
        this.blockSheet = blockSheet;
    }

    record BlockJson(long number, String alias, Instant at) {}

    @GetMapping
    List<BlockJson> list(Member member) {
        return blockSheet.of(member.account(), List.of(member.circle())).stream()
                .map(view -> new BlockJson(view.other().number(), view.other().alias(), view.at()))
                .toList();
    }

    @PutMapping("/{number}")
    @NoSurface("Only the reader sees what they do not wish to see")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(Member member, @PathVariable long number) {
        blockMember.block(member, number);
    }

    @DeleteMapping("/{number}")
    @NoSurface("Only the reader sees what they do not wish to see")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(Member member, @PathVariable long number) {
        blockMember.unblock(member.person(), member.circle(), number);
    }
}
