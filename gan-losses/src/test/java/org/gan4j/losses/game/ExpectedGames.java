package org.gan4j.losses.game;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.distance.MaximumMeanDiscrepancy.Estimator;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.game.adversarial.DiscriminatorBatching;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.losses.loss.NonSaturating;

/** What each registered game gives in the world of expected_games.py, which computes these numbers with numpy alone. */
final class ExpectedGames {
    private static final Generator GENERATOR = new PlaneWorld.PlaneGenerator();

    private ExpectedGames() {}

    /**
     * A game with its expected losses.
     *
     * @param name under which it is registered
     * @param game with the networks of the world
     * @param variables its variables before the play
     * @param losses of each player
     * @param reported numbers of its report, by name; all other names are those of moments
     */
    record Row(
            String name,
            GenerativeGame game,
            Buffers variables,
            SortedMap<String, Double> losses,
            SortedMap<String, Double> reported) {
        Row {
            losses = Collections.unmodifiableSortedMap(losses);
            reported = Collections.unmodifiableSortedMap(reported);
        }

        static Row of(String name, GenerativeGame game, double... losses) {
            SortedMap<String, Double> byPlayer = new TreeMap<>();
            for (String player : game.players()) {
                byPlayer.put(player, losses[byPlayer.size()]);
            }
            return new Row(name, game, Buffers.empty(), byPlayer, new TreeMap<>());
        }

        Row with(Buffers found) {
            return new Row(name, game, found, losses, reported);
        }

        Row reporting(String number, double value) {
            SortedMap<String, Double> more = new TreeMap<>(reported);
            more.put(number, value);
            return new Row(name, game, variables, losses, more);
        }

        @Override
        public String toString() {
            return name + " " + losses;
        }
    }

    static List<Row> rows() {
        Autoencoder squared = new PlaneWorld.PlaneAutoencoder(ReconstructionError.MEAN_SQUARED);
        Autoencoder absolute = new PlaneWorld.PlaneAutoencoder(ReconstructionError.MEAN_ABSOLUTE);
        Autoencoder euclidean = new PlaneWorld.PlaneAutoencoder(ReconstructionError.EUCLIDEAN);
        return List.of(
                Row.of(
                        "adversarial",
                        AdversarialGame.of(GENERATOR, squared, new NonSaturating()),
                        1.6831080554487088,
                        0.888012549856122),
                Row.of("auxiliary-classifier", classifier(squared), 2.7794526224731895, 2.6602227010133825)
                        .reporting("class-loss/real", 1.3065840584703305)
                        .reporting("class-loss/fake", 0.8861050755786302)
                        .reporting("class-accuracy/real", 0.25)
                        .reporting("class-accuracy/fake", 0.5),
                Row.of(
                                "energy-based",
                                new EnergyBased(GENERATOR, squared, 0.5, 0.1, List.of()),
                                0.9217995570873664,
                                0.3904304560083006)
                        .reporting("penalty/repelling", 0.3904304560083006 - 0.34972532937461887)
                        .reporting("energy/real/mean", 0.5937298651081677 + 0.375 * 0.34972532937461887)
                        .reporting("energy/fake/mean", 0.34972532937461887),
                Row.of(
                        "energy-based",
                        new EnergyBased(GENERATOR, euclidean, 0.75, 0, List.of()),
                        1.3921276407568344,
                        0.9874003773644795),
                Row.of(
                                "energy-based",
                                new EnergyBased(GENERATOR, absolute, 2, 3, List.of()),
                                2.164048792754863,
                                1.7177355391088676)
                        .reporting("penalty/repelling", 1.7177355391088676 - 0.49658174009841555),
                Row.of(
                                "boundary-equilibrium",
                                new BoundaryEquilibrium(GENERATOR, absolute, 0.75, 0.001, List.of()),
                                0.6606305328532784,
                                0.49658174009841555)
                        .with(PlaneWorld.balance(0))
                        .reporting("energy/real/mean", 0.6606305328532784)
                        .reporting("energy/fake/mean", 0.49658174009841555)
                        .reporting("balance/k", 0)
                        .reporting("convergence/measure", 0.6617393733117352),
                Row.of(
                                "boundary-equilibrium",
                                new BoundaryEquilibrium(GENERATOR, squared, 0.5, 0.2, List.of()),
                                0.5937298651081677,
                                0.34972532937461887)
                        .with(PlaneWorld.balance(0.375))
                        .reporting("balance/k", 0.375)
                        .reporting("convergence/measure", 0.7375899660608558),
                Row.of(
                                "moment-matching",
                                new MomentMatching(GENERATOR, List.of(0.5, 2.0), Estimator.BIASED, true),
                                0.7358076367178065)
                        .reporting("mmd/squared", 0.7358076367178065 * 0.7358076367178065),
                Row.of(
                                "moment-matching",
                                new MomentMatching(GENERATOR, List.of(1.0), Estimator.BIASED, false),
                                0.31927334178069533)
                        .reporting("mmd/squared", 0.31927334178069533),
                Row.of(
                                "moment-matching",
                                new MomentMatching(GENERATOR, List.of(0.5, 2.0, 0.8), Estimator.UNBIASED, false),
                                -0.1787584782330376)
                        .reporting("mmd/squared", -0.1787584782330376));
    }

    private static AuxiliaryClassifier classifier(Autoencoder discriminator) {
        return new AuxiliaryClassifier(
                new PlaneWorld.PlaneGenerator(true),
                discriminator,
                new NonSaturating(),
                new TreeMap<>(),
                List.of(),
                Optional.of(new PlaneWorld.PlaneLabels()),
                0.5,
                2,
                true,
                Initializer.normal(0.5),
                DiscriminatorBatching.SEPARATE);
    }
}
