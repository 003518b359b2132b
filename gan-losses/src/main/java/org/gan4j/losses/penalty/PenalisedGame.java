package org.gan4j.losses.penalty;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.game.adversarial.ScoreGame;
import org.gan4j.core.gan.Penalty;

/** A game in a configuration, and its penalties with their paths. */
record PenalisedGame(Wiring.Placed<ScoreGame> game, List<Wiring.Placed<Penalty>> penalties) {
    static List<PenalisedGame> all(Wiring wiring) {
        List<PenalisedGame> games = new ArrayList<>();
        for (Wiring.Placed<ScoreGame> game : wiring.all(ScoreGame.class)) {
            String prefix = game.path().isEmpty() ? "" : game.path() + ".";
            List<Wiring.Placed<Penalty>> penalties = new ArrayList<>();
            game.value()
                    .penalties()
                    .forEach((name, penalty) ->
                            penalties.add(new Wiring.Placed<>(prefix + "penalties." + name, penalty)));
            games.add(new PenalisedGame(game, penalties));
        }
        return games;
    }

    /** Returns the gradient penalties, in order. */
    List<Wiring.Placed<GradientNormPenalty>> onSlopes() {
        List<Wiring.Placed<GradientNormPenalty>> found = new ArrayList<>();
        for (Wiring.Placed<Penalty> penalty : penalties) {
            if (penalty.value() instanceof GradientNormPenalty slope) {
                found.add(new Wiring.Placed<>(penalty.path(), slope));
            }
        }
        return found;
    }
}
