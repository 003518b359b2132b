package org.gan4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.ProvisionException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.junit.jupiter.api.Test;

class StrategyBinderTest {
    private static boolean initialised;

    record Loud() implements Toy.ToyLoss {
        static {
            initialised = true;
        }
    }

    static final class LoudModule extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), Toy.ToyLoss.class).bind("loud", Loud.class);
        }
    }

    static final class SecondHinge extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), Toy.ToyLoss.class).bind("hinge", Loud.class);
        }
    }

    static final class TwoNames extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), Toy.ToyLoss.class).bind("one", Loud.class).bind("two", Loud.class);
        }
    }

    static final class BadName extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), Toy.ToyLoss.class).bind("Big Loss", Loud.class);
        }
    }

    public static final class OwnModule extends AbstractModule implements Gan4jModule {
        @Override
        protected void configure() {
            strategies(binder(), Toy.ToyLoss.class).bind("own", Loud.class);
        }
    }

    @Test
    void listsNamesWithoutInitialisingClasses() {
        StrategyRegistry registry =
                Guice.createInjector(new Toy.ToyModule(), new LoudModule()).getInstance(StrategyRegistry.class);
        assertThat(registry.names(Toy.ToyLoss.class)).containsExactly("hinge", "loud", "minimax", "scaled");
        assertThat(registry.families().keySet()).containsExactly("rates", "rules", "toy-losses", "toy-optimizers");
        assertThat(registry.summary(Toy.ToyLoss.class, "minimax")).isEqualTo("The loss of the minimax game.");
        assertThat(registry.summary(Toy.ToyLoss.class, "loud")).isEmpty();
        assertThat(registry.names(Runnable.class)).isEmpty();
        assertThat(initialised).isFalse();
        assertThat(new Loud()).isNotNull();
        assertThat(initialised).isTrue();
    }

    @About(value = "A record with a sentence.", formula = "x = 1", paper = "A paper, 2001")
    record Told() implements Toy.ToyLoss {}

    static final class Presets extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), Toy.ToyLoss.class)
                    .bind("told", Told.class)
                    .preset("same", Told.class, Told::new)
                    .preset("said", "Another sentence.", Told.class, Told::new)
                    .preset("own", new Texts("A third.", "x = 2", ""), Told.class, Told::new);
        }
    }

    @Test
    void aPresetMayHaveTextsOfItsOwn() {
        StrategyRegistry registry = Guice.createInjector(new Presets()).getInstance(StrategyRegistry.class);
        assertThat(registry.names(Toy.ToyLoss.class))
                .extracting(name -> registry.find(Toy.ToyLoss.class, name).orElseThrow())
                .extracting(StrategyBinding::name, StrategyBinding::summary, StrategyBinding::formula, b -> b.paper())
                .containsExactly(
                        tuple("own", "A third.", "x = 2", "A paper, 2001"),
                        tuple("said", "Another sentence.", "x = 1", "A paper, 2001"),
                        tuple("same", "A record with a sentence.", "x = 1", "A paper, 2001"),
                        tuple("told", "A record with a sentence.", "x = 1", "A paper, 2001"));
    }

    @Test
    void aNameBoundTwiceNamesBothLines() {
        CreationException thrown = catchThrowableOfType(
                CreationException.class, () -> Guice.createInjector(new Toy.ToyModule(), new SecondHinge()));
        assertThat(thrown.getMessage())
                .contains("Duplicate key \"toy-losses/hinge\"")
                .containsPattern("ToyModule\\.configure\\(Toy\\.java:\\d+\\)")
                .containsPattern("SecondHinge\\.configure\\(StrategyBinderTest\\.java:\\d+\\)")
                .doesNotContain("StrategyBinder.java");
    }

    @Test
    void aRecordHasOneNameOfItsOwn() {
        assertThatExceptionOfType(ProvisionException.class)
                .isThrownBy(() -> Guice.createInjector(new TwoNames()).getInstance(StrategyRegistry.class))
                .withMessageContaining(
                        "Loud is bound as \"one\" and as \"two\"; give the second name with preset(...)");
    }

    @Test
    void namesAreLowerCase() {
        assertThatExceptionOfType(CreationException.class)
                .isThrownBy(() -> Guice.createInjector(new BadName()))
                .withMessageContaining("The name \"Big Loss\" of ");
    }

    @Test
    void modulesAreFoundByClassName() {
        ClassLoader loader = getClass().getClassLoader();
        assertThat(Gan4jModule.named(OwnModule.class.getName(), loader)).isInstanceOf(OwnModule.class);
        UserError missing = catchThrowableOfType(UserError.class, () -> Gan4jModule.named("my.Missing", loader));
        assertThat(missing.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(missing)
                .hasMessage("module my.Missing: no such class on the class path. Give the full name with its package,"
                        + " and put its jar or directory on the class path.");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Gan4jModule.named("java.lang.String", loader))
                .withMessage("module java.lang.String: the class does not implement org.gan4j.core.config.Gan4jModule."
                        + " Write: final class String extends AbstractModule implements Gan4jModule.");
    }
}
