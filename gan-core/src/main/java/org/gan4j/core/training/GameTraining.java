package org.gan4j.core.training;

import java.util.SortedMap;
import org.gan4j.core.game.Game;
import org.gan4j.core.optim.Optimizer;

/** Training of a game as a configuration says it: what rules may ask of a game and the optimizers of its players together. */
public interface GameTraining {
    /** Returns the game. */
    Game game();

    /** Returns the optimizers by the names of the players. */
    SortedMap<String, Optimizer> optimizers();
}
