package app.teahouse.web;

import app.teahouse.kernel.Member;
import java.util.Map;

/** How much waits for somebody behind the entries of a menu, by the entries' words; room {@code home} counts it. */
public interface Waiting {

    /** Behind the entries of a circle's Money, and behind its removals, for its owner and partners. Asked by pages about those only. */
    Map<String, Long> money(Member member);

    /** Behind the entries of the operator's desk. Asked by its pages only. */
    Map<String, Long> desk();
}
