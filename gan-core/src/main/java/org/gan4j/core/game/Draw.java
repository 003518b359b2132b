package org.gan4j.core.game;

import java.util.Objects;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;

/**
 * What the losses of a game are estimated from: a batch of data, and a stream for latents, masks and noise.
 *
 * @param real a batch of data
 * @param random a stream of this evaluation's own; each draw names itself with {@code split}
 * @param updating whether the players that are updated propose new values of buffers and game variables; a draw of an
 *     evaluation that no update follows, such as an extrapolation, proposes none
 */
public record Draw(Samples real, RandomStream random, boolean updating) {
    public Draw {
        Objects.requireNonNull(real, "real is null");
        Objects.requireNonNull(random, "random is null");
    }

    /** Returns a draw of an evaluation that an update follows. */
    public static Draw of(Samples real, RandomStream random) {
        return new Draw(real, random, true);
    }

    /** Returns the same draw for an evaluation that no update follows: no buffer and no game variable moves. */
    public Draw withoutUpdates() {
        return new Draw(real, random, false);
    }

    /** Returns the same draw with other data. */
    public Draw with(Samples other) {
        return new Draw(other, random, updating);
    }
}
