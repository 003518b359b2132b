package org.gan4j.core.game.adversarial;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * One batch of data with what the losses of a game share: the passes of its players, one batch of latent vectors and of
 * generated samples, values to report. Every intermediate result is computed when first needed, and once.
 *
 * <p>A minibatch belongs to one evaluation of the losses. Nothing in the state is changed.
 */
public final class Minibatch {
    private final GameState state;
    private final Draw draw;
    private final List<String> players;
    private final Optional<GeneratorPlayer> generator;
    private final SortedMap<String, ForwardPass> passes = new TreeMap<>();
    private final SortedMap<String, Supplier<Tensor>> report = new TreeMap<>();
    private final LossDiagnostics circumstances = new LossDiagnostics();
    private @Nullable Samples latents;
    private @Nullable Samples generated;

    private Minibatch(GameState state, Draw draw, List<String> players, Optional<GeneratorPlayer> generator) {
        for (String player : players) {
            if (!state.players().containsKey(player)) {
                throw new IllegalArgumentException("no player '" + player + "'; players are "
                        + state.players().keySet());
            }
        }
        this.state = state;
        this.draw = draw;
        this.players = players;
        this.generator = generator;
    }

    /**
     * Returns a minibatch of a game without a generator; takes the arguments of
     * {@link org.gan4j.core.game.PlayableGame#losses}.
     *
     * @throws IllegalArgumentException if somebody is named who is no player of the game
     */
    public static Minibatch of(GameState state, Draw draw, List<String> players) {
        return new Minibatch(state, draw, players, Optional.empty());
    }

    /** Returns a minibatch of a game with a generator, whose samples it holds; the data get the type of the generator's weights. */
    public static Minibatch of(GeneratorPlayer generator, GameState state, Draw draw, List<String> players) {
        return new Minibatch(state, draw.with(typed(draw.real(), state)), players, Optional.of(generator));
    }

    /** Returns data in the element type of the parameters. */
    static Samples typed(Samples real, GameState state) {
        for (PlayerState player : state.players().values()) {
            for (Tensor parameter : player.parameters().list()) {
                return parameter.dtype() == real.values().dtype()
                        ? real
                        : new Samples(real.values().to(parameter.dtype()), real.labels());
            }
        }
        return real;
    }

    /** Tells whether a player is updated, so that its loss is wanted. */
    public boolean updates(String player) {
        return players.contains(player);
    }

    /** Returns the data of the minibatch. */
    public Samples real() {
        return draw.real();
    }

    /** Returns the stream of the minibatch; each draw names itself with {@code split}. */
    public RandomStream random() {
        return draw.random();
    }

    /** Returns the state that is played from. */
    public GameState state() {
        return state;
    }

    /** Returns the parameters of a player, as tracked as the scheme made them. */
    public Parameters parameters(String player) {
        return state.player(player).parameters();
    }

    /**
     * Returns the training pass of a player, one for the minibatch, with the minibatch's stream split by the role; only a player
     * that is updated keeps what the pass has to remember.
     *
     * @param player the player's name
     * @param role what the player's network is, such as "generator"
     */
    public ForwardPass pass(String player, String role) {
        return passes.computeIfAbsent(player, name -> {
            ForwardPass pass = ForwardPass.training(
                    state.step(), draw.random().split(role), state.player(name).buffers());
            return draw.updating() && updates(name) ? pass : pass.withoutUpdates();
        });
    }

    /**
     * Returns one latent vector per sample of the data, from the stream {@code latent} of the minibatch. In a conditional game
     * they have the labels that are asked for.
     */
    public Samples latents() {
        Samples known = latents;
        if (known == null) {
            known = generator().latents(draw);
            latents = known;
        }
        return known;
    }

    /**
     * Returns the generated samples of these latent vectors, in the shape of the data: one batch for the minibatch. In a
     * conditional game they have the labels that were asked for.
     *
     * @throws IllegalArgumentException if the generator gives another number of values per sample than the data have
     */
    public Samples generated() {
        Samples known = generated;
        if (known == null) {
            String player = GenerativeGame.GENERATOR;
            Samples latent = latents();
            Tensor samples = generator().network().generate(parameters(player), latent, pass(player, "generator"));
            known = new Samples(shapedAs(draw.real().values().shape(), samples), latent.labels());
            generated = known;
        }
        return known;
    }

    private GeneratorPlayer generator() {
        return generator.orElseThrow(() -> new IllegalStateException("this game has no generator"));
    }

    private static Tensor shapedAs(Shape shape, Tensor samples) {
        if (samples.shape().equals(shape)) {
            return samples;
        }
        if (samples.size() != shape.size()) {
            throw new IllegalArgumentException(
                    "the generator gave " + samples.shape() + " where the data have the shape " + shape);
        }
        return samples.reshape(shape);
    }

    /** Adds a scalar to the report, computed only when read. */
    public void report(String name, Supplier<Tensor> value) {
        report.put(name, value);
    }

    /** Adds the mean and the deviation of numbers to the report, as name/mean and name/deviation. */
    public void reportMoments(String name, Supplier<Tensor> values) {
        report.put(name + "/mean", () -> values.get().mean());
        report.put(name + "/deviation", () -> {
            Tensor numbers = values.get();
            return numbers.minus(numbers.mean()).square().mean().sqrt();
        });
    }

    /** Says what the loss is called, computed only for the message when one is not finite. */
    public void named(Supplier<String> loss) {
        circumstances.named(loss);
    }

    /**
     * Adds the range of some numbers to the message when a loss is not finite.
     *
     * @param what the numbers are, such as "scores of real samples"
     * @param values the numbers, or nothing when no loss has needed them
     */
    public void mention(String what, Supplier<Optional<Tensor>> values) {
        circumstances.mention(what, values);
    }

    /** Returns these losses with what the players' passes have to remember, and the report. */
    public GameLosses losses(SortedMap<String, Tensor> losses) {
        return losses(losses, new TreeMap<>());
    }

    /** Returns these losses with new values of game variables, by name ("balance"). */
    public GameLosses losses(SortedMap<String, Tensor> losses, SortedMap<String, Tensor> variables) {
        SortedMap<String, Tensor> updates = new TreeMap<>();
        passes.forEach(
                (player, pass) -> pass.updates().forEach((name, value) -> updates.put(player + "/" + name, value)));
        if (draw.updating()) {
            variables.forEach((name, value) -> updates.put("extra/" + name, value));
        }
        return new GameLosses(losses, updates, report, circumstances::text);
    }
}
