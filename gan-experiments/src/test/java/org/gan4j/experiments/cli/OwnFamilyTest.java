package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import java.nio.file.Path;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Family;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families of somebody else's, and modules that do not fit. */
class OwnFamilyTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(directory);
    }

    /** A family that is not GAN4J's. */
    @Family(value = "wizardries", singular = "spell")
    public interface Spell {}

    /** A loss that is a member of it. */
    @About("A loss that is a spell.")
    public record Charm(Spell inner) implements PointwiseLoss, Spell {
        @Override
        public Tensor real(Tensor score) {
            return score.negate();
        }

        @Override
        public Tensor fake(Tensor score) {
            return score;
        }

        @Override
        public Tensor generator(Tensor score) {
            return score.negate();
        }
    }

    /** Another. */
    @About("A spell that does nothing.")
    public record Silence() implements Spell {}

    /** A module with a family of its own. */
    public static final class Spells extends AbstractModule implements Gan4jModule {
        @Override
        protected void configure() {
            strategies(binder(), AdversarialLoss.class).bind("charm", Charm.class);
            strategies(binder(), Spell.class).bind("silence", Silence.class);
        }
    }

    /** A module that takes a name of GAN4J's, in a part of the family. */
    public static final class Thief extends AbstractModule implements Gan4jModule {
        @Override
        protected void configure() {
            strategies(binder(), PointwiseLoss.class).bind("hinge", Charm.class);
        }
    }

    /** A module that binds a record of GAN4J's again. */
    public static final class Twice extends AbstractModule implements Gan4jModule {
        @Override
        protected void configure() {
            strategies(binder(), Spell.class).bind("charm", Charm.class);
            strategies(binder(), AdversarialLoss.class).bind("charm", Charm.class);
        }
    }

    @Test
    void itsNamesAreListedAndDescribed() {
        String module = Spells.class.getName();
        assertThat(desk.gan("--module", module, "list", "wizardries").isDone().out())
                .isEqualTo("charm    A loss that is a spell.\nsilence  A spell that does nothing.\n");
        assertThat(desk.gan("--module", module, "list").isDone().out()).contains("\nwizardries ", "charm, silence\n");
        assertThat(desk.gan("--module", module, "describe", "spell", "silence")
                        .isDone()
                        .out())
                .startsWith("spell silence\n\nA spell that does nothing.\n");
        assertThat(desk.gan("--module", module, "describe", "pointwise-loss", "charm")
                        .isDone()
                        .out())
                .startsWith("pointwise-loss charm\n")
                .containsPattern("inner +spell, required");
        assertThat(desk.gan("--module", module, "describe", "loss", "charm", "inner=hinge")
                        .err())
                .contains("inner", "unknown spell \"hinge\"; known: charm, silence");
    }

    @Test
    void modulesThatDoNotFitAreRefusedWithTheReason() {
        Desk.Outcome thief = desk.gan("--module", Thief.class.getName(), "list", "losses");
        assertThat(thief.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(thief.err())
                .startsWith("strategies: modules do not fit together: ")
                .contains("Duplicate key \"losses/hinge\"", "OwnFamilyTest$Thief.configure(OwnFamilyTest.java:")
                .doesNotContain("defect of GAN4J", "\tat ");
        Desk.Outcome twice = desk.gan("--module", Twice.class.getName(), "list", "losses");
        assertThat(twice.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(twice.err())
                .contains("Charm is bound as \"charm\" both among losses and among wizardries; bind it once")
                .doesNotContain("\tat ");
    }
}
