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
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * One batch of data with what the losses of a generative game share: the passes of its players, one batch of generated
 * samples, numbers for the report. Every intermediate result is computed when first needed, and once.
 *
 * <p>A minibatch belongs to one evaluation of the losses. Nothing in the state is changed.
 */
public final class Minibatch {
    private final GenerativeGame game;
    private final GameState state;
    private final Draw draw;
    private final List<String> players;
    private final SortedMap<String, ForwardPass> passes = new TreeMap<>();
    private final SortedMap<String, Supplier<Tensor>> report = new TreeMap<>();
    private final LossDiagnostics circumstances = new LossDiagnostics();
    private @Nullable Samples generated;

    /**
     * Takes the arguments of {@link org.gan4j.core.game.Game#losses}.
     *
     * @throws IllegalArgumentException if somebody is named who is no player of the game
     */
    public Minibatch(GenerativeGame game, GameState state, Draw draw, List<String> players) {
        for (String player : players) {
            if (!game.players().contains(player)) {
                throw new IllegalArgumentException("no player '" + player + "'; players are " + game.players());
            }
        }
        this.game = game;
        this.state = state;
        this.draw = draw;
        this.players = players;
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
     * Returns as many generated samples as there are data, in their shape: one batch for the minibatch, from the minibatch's
     * stream {@code latent}. In a conditional game they have the labels that were asked for.
     *
     * @throws IllegalArgumentException if the generator gives another number of values per sample than the data have
     */
    public Samples generated() {
        Samples known = generated;
        if (known == null) {
            String player = game.generatorPlayer();
            Samples drawn = game.generator()
                    .latent()
                    .sample(draw.real().size(), draw.random().split("latent"));
            Samples latent = new Samples(drawn.values().to(draw.real().values().dtype()), labels().or(drawn::labels));
            Tensor samples = game.generator().generate(parameters(player), latent, pass(player, "generator"));
            known = new Samples(shapedAs(draw.real().values().shape(), samples), latent.labels());
            generated = known;
        }
        return known;
    }

    private Optional<Tensor> labels() {
        return game.labels()
                .map(choice -> choice.labels(
                        draw.real()
                                .labels()
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "a conditional game needs data with labels, but this batch has none")),
                        draw.random().split("labels")));
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
