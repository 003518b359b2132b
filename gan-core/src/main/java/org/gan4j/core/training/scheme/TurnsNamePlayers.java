package org.gan4j.core.training.scheme;

import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.Turn;

/** Every turn of a scheme is that of a player of the game. */
@About("Every turn of a scheme is that of a player of the game.")
public record TurnsNamePlayers() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        List<Wiring.Placed<Game>> games = wiring.all(Game.class);
        if (games.size() != 1) {
            return; // which game a turn belongs to cannot be told from here
        }
        List<String> players = games.get(0).value().players();
        for (Wiring.Placed<Turn> turn : wiring.all(Turn.class)) {
            if (!players.contains(turn.value().player())) {
                wiring.refuse(
                        turn,
                        "\"" + turn.value().player() + "\" is no player of the game; the players are " + players
                                + ": write turns of theirs, or scheme: simultaneous");
            }
        }
    }
}
