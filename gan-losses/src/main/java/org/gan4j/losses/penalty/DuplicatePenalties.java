package org.gan4j.losses.penalty;

import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.gan.Penalty;

/** Warning of two penalties of one game that are the same but for their weights, which then add up. */
@About("Two penalties that are the same but for their weights are one with both weights.")
public record DuplicatePenalties() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        for (PenalisedGame game : PenalisedGame.all(wiring)) {
            List<Wiring.Placed<Penalty>> penalties = game.penalties();
            for (int i = 1; i < penalties.size(); i++) {
                Wiring.Placed<Penalty> later = penalties.get(i);
                penalties.subList(0, i).stream()
                        .filter(earlier -> weightless(earlier.value()).equals(weightless(later.value())))
                        .findFirst()
                        .ifPresent(
                                earlier -> wiring.warn(
                                        later,
                                        "it is the same penalty as " + earlier.path()
                                                + " but for its weight, and the two add up: keep one, with both weights in it"));
            }
        }
    }

    private static Penalty weightless(Penalty penalty) {
        return penalty.canonical().scaled(0);
    }
}
