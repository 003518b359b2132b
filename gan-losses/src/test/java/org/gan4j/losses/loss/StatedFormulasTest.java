package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.inject.Guice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.finite.FiniteWorld;
import org.gan4j.core.gan.finite.InducedDivergence;
import org.gan4j.core.gan.finite.OptimalDiscriminator;
import org.gan4j.losses.binding.LossesModule;
import org.gan4j.losses.contract.World;
import org.gan4j.losses.loss.GeneratorFormulasTest.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas of {@link GeneratorFormulasTest} on random worlds, and that no named loss states another. */
class StatedFormulasTest {
    private static final StrategyRegistry REGISTRY =
            Guice.createInjector(new LossesModule()).getInstance(StrategyRegistry.class);
    private static final ConfigurationReader READER = new ConfigurationReader(REGISTRY);
    private static final int WORLDS = 4;
    private static final double PRECISION = 1e-8;

    @ParameterizedTest
    @MethodSource("org.gan4j.losses.loss.GeneratorFormulasTest#losses")
    void holdOnRandomWorlds(AdversarialLoss loss, Formula value, Formula followed) {
        InducedDivergence divergence = InducedDivergence.of(loss).orElseThrow();
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = World.random(seed, 2 + seed % 6);
            close(OptimalDiscriminator.of(loss, finite(world)).generatorLoss(), value, world);
            close(divergence.at(finite(world)), followed, world);
        }
    }

    private static void close(double computed, Formula stated, World world) {
        double expected = stated.value().applyAsDouble(world);
        assertThat(computed)
                .as(stated.text() + " on " + finite(world))
                .isCloseTo(expected, within(PRECISION * (1 + Math.abs(expected))));
    }

    /**
     * For the logistic terms V(q) = sum p(x) q(y) 2 softplus(r); by linear programmes and equations for other links, see
     * {@link RelativisticOptimumTest}.
     */
    @Test
    void theRelativisticLossReadsWhatItStates() {
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = World.random(seed, 2 + seed % 6);
            double expected = 0;
            for (int x = 0; x < world.size(); x++) {
                for (int y = 0; y < world.size(); y++) {
                    double ratio = Math.log(world.p(x) * world.q(y) / (world.q(x) * world.p(y)));
                    expected += world.p(x) * world.q(y) * 2 * Math.log1p(Math.exp(ratio));
                }
            }
            assertThat(OptimalDiscriminator.of(Relativistic.DEFAULTS, finite(world))
                            .generatorLoss())
                    .isCloseTo(expected, within(PRECISION * expected));
        }
    }

    @Test
    void noNamedLossStatesAFormulaThatIsNotHeld() {
        List<String> held = held();
        int stating = 0;
        for (var named : losses().entrySet()) {
            AdversarialLoss loss = named.getValue();
            LossProperties.Optimum optimum = loss.facts().optimum();
            if (loss instanceof Wasserstein || loss instanceof Relativistic) {
                assertThat(InducedDivergence.of(loss)).as(named.getKey()).isEmpty();
                continue;
            }
            for (String formula : List.of(optimum.divergence(), optimum.followed())) {
                if (!formula.isEmpty()) {
                    assertThat(held).as(named.getKey()).contains(loss.getClass().getSimpleName() + ": " + formula);
                    stating++;
                }
            }
        }
        assertThat(stating).isGreaterThanOrEqualTo(34);
    }

    private static FiniteWorld finite(World world) {
        return FiniteWorld.of(world.each((p, q) -> p), world.each((p, q) -> q));
    }

    private static List<String> held() {
        List<String> held = new ArrayList<>();
        GeneratorFormulasTest.losses().forEach(row -> {
            String record = row.get()[0].getClass().getSimpleName();
            held.add(record + ": " + ((Formula) row.get()[1]).text());
            held.add(record + ": " + ((Formula) row.get()[2]).text());
        });
        return held;
    }

    @Test
    void usualPenaltiesAreNamedOnes() {
        int penalties = 0;
        for (var named : losses().entrySet()) {
            List<String> usual = named.getValue().facts().use().penalties();
            assertThat(REGISTRY.names(Penalty.class)).as(named.getKey()).containsAll(usual);
            penalties += usual.size();
        }
        assertThat(penalties).isGreaterThanOrEqualTo(20);
    }

    /** Only the general record of the f-divergences and the one that wraps another loss have settings that must be given. */
    private static SortedMap<String, AdversarialLoss> losses() {
        SortedMap<String, AdversarialLoss> losses = new TreeMap<>();
        for (String name : REGISTRY.names(AdversarialLoss.class)) {
            instance(name).ifPresent(loss -> losses.put(name, loss));
        }
        List<String> incomplete = new ArrayList<>(REGISTRY.names(AdversarialLoss.class));
        incomplete.removeAll(losses.keySet());
        assertThat(incomplete).containsExactly("f-divergence", "scaled");
        return losses;
    }

    private static Optional<AdversarialLoss> instance(String name) {
        try {
            return Optional.of(
                    READER.parse(name, name, List.of(), AdversarialLoss.class).value());
        } catch (ConfigurationException incomplete) {
            return Optional.empty();
        }
    }
}
