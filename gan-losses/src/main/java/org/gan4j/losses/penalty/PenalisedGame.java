package org.gan4j.losses.penalty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.game.adversarial.ScoreGame;
import org.gan4j.core.game.adversarial.TwoPlayerGame;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.training.GameTraining;

/** A game in a configuration, and its penalties with their paths. */
public record PenalisedGame(Wiring.Placed<ScoreGame> game, List<Wiring.Placed<Penalty>> penalties) {
    /** Returns all games of scores in a configuration. */
    public static List<PenalisedGame> all(Wiring wiring) {
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

    /** Returns the optimizer of the discriminator; empty where the game is in no training. */
    public Optional<Optimizer> optimizer(Wiring wiring) {
        return wiring.around(game, GameTraining.class)
                .map(training -> training.value().optimizers().get(TwoPlayerGame.DISCRIMINATOR));
    }
}
