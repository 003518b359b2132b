package org.gan4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.tree.ConfigurationException;
import org.junit.jupiter.api.Test;

/** Families named on their interfaces, and the names that sub-families know. */
class FamilyTest {
    @Family(value = "vertices", singular = "vertex")
    interface Vertex {}

    @Family("round-vertices")
    interface Round extends Vertex {}

    interface Bare extends Vertex {}

    @Family("colours")
    interface Colour {}

    interface Unnamed {}

    record Sharp() implements Vertex {}

    record Smooth(double radius) implements Round, Bare, Colour {
        static final Smooth DEFAULTS = new Smooth(1);
    }

    record Given(double radius) implements Round {}

    record Stray() implements Unnamed {}

    record Shape(Vertex any, Round round, Bare bare, Colour colour) {}

    record Shapes(SortedMap<String, Vertex> vertices) {}

    private static final Module VERTICES = new AbstractModule() {
        @Override
        protected void configure() {
            strategies(binder(), Vertex.class)
                    .bind("sharp", Sharp.class)
                    .bind("smooth", Smooth.class)
                    .bind("given", Given.class)
                    .preset("a-smooth-one", Smooth.class, () -> new Smooth(1))
                    .preset("wide", Smooth.class, () -> new Smooth(9));
        }
    };

    private final StrategyRegistry registry = Guice.createInjector(VERTICES).getInstance(StrategyRegistry.class);
    private final ConfigurationReader reader = new ConfigurationReader(registry);

    @Test
    void familiesAreCalledAsTheirInterfacesSay() {
        assertThat(registry.families()).containsOnlyKeys("colours", "round-vertices", "vertices");
        assertThat(StrategyRegistry.singular(Vertex.class)).isEqualTo("vertex");
        assertThat(StrategyRegistry.singular(Colour.class)).isEqualTo("colour");
        assertThat(List.of(Toy.ToyLoss.class, Toy.Rate.class).stream().map(StrategyRegistry::singular))
                .containsExactly("toy-loss", "rate");
    }

    @Test
    void aNameIsKnownWhereverItsInterfacesFit() {
        assertThat(registry.names(Vertex.class)).containsExactly("a-smooth-one", "given", "sharp", "smooth", "wide");
        assertThat(registry.names(Round.class)).containsExactly("a-smooth-one", "given", "smooth", "wide");
        assertThat(registry.names(Bare.class)).containsExactly("a-smooth-one", "smooth", "wide");
        assertThat(registry.names(Colour.class)).containsExactly("a-smooth-one", "smooth", "wide");
        String yaml = "{any: sharp, round: {type: smooth, radius: 2}, bare: wide, colour: smooth}";
        Configuration<Shape> shape = reader.parse(yaml, "shape", List.of(), Shape.class);
        assertThat(shape.value()).isEqualTo(new Shape(new Sharp(), new Smooth(2), new Smooth(9), new Smooth(1)));
        assertThat(reader.parse(shape.yaml(), "again", List.of(), Shape.class).value())
                .isEqualTo(shape.value());
    }

    @Test
    void aNameOfTheWiderFamilyIsRefusedWithTheReason() {
        assertThatThrownBy(() -> reader.parse("sharp", "x", List.of(), Round.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"sharp\" is a vertex, but not a round, which is needed here; known:"
                        + " a-smooth-one, given, smooth, wide");
        assertThatThrownBy(() -> reader.parse("smoth", "x", List.of(), Round.class))
                .hasMessageContaining("unknown round \"smoth\"; did you mean \"smooth\"?");
    }

    @Test
    void allIsEveryStrategyThatItsNameMakes() {
        TreeMap<String, Vertex> all = new TreeMap<>();
        all.put("sharp", new Sharp());
        all.put("smooth", new Smooth(1));
        all.put("wide", new Smooth(9));
        Configuration<Shapes> shapes = reader.parse("vertices: all", "x", List.of(), Shapes.class);
        assertThat(shapes.value().vertices()).isEqualTo(all);
        assertThat(shapes.json())
                .isEqualTo("{\"vertices\":{\"sharp\":\"sharp\",\"smooth\":{\"radius\":1.0,\"type\":\"smooth\"},"
                        + "\"wide\":{\"radius\":9.0,\"type\":\"smooth\"}}}");
        assertThatThrownBy(() -> reader.parse("vertices: every", "x", List.of(), Shapes.class))
                .hasMessageContaining("expected keys with values, or all but found \"every\"");
    }

    record Named(@Default("all") SortedMap<String, Vertex> vertices) {}

    @Test
    void anOverrideReplacesTheMapOrOneEntry() {
        assertThat(named().keySet()).containsExactly("sharp", "smooth", "wide");
        assertThat(named("vertices={it: wide}")).isEqualTo(new TreeMap<>(Map.of("it", new Smooth(9))));
        assertThat(named("vertices={it: wide}", "vertices.other=sharp").keySet())
                .containsExactly("it", "other");
        assertThat(named("vertices.it=wide").keySet()).containsExactly("it", "sharp", "smooth", "wide");
        assertThat(named("vertices=all").keySet()).containsExactly("sharp", "smooth", "wide");
    }

    private SortedMap<String, Vertex> named(String... overrides) {
        return reader.parse("{}", "x", List.of(overrides), Named.class).value().vertices();
    }

    @Test
    void aFamilyNeedsItsName() {
        Module stray = binder -> strategies(binder, Unnamed.class).bind("stray", Stray.class);
        assertThatThrownBy(() -> Guice.createInjector(stray))
                .isInstanceOf(CreationException.class)
                .hasMessageContaining("Unnamed is no family: write @Family(\"unnameds\"), what users are to call it");
    }

    @Test
    void aStrategyIsBoundOnce() {
        Module again = binder -> strategies(binder, Colour.class).bind("smooth", Smooth.class);
        assertThatThrownBy(() -> Guice.createInjector(VERTICES, again).getInstance(StrategyRegistry.class))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining(
                        "Smooth is bound as \"smooth\" both among colours and among vertices; bind it once");
        Module round = binder -> strategies(binder, Round.class).bind("sharp", Given.class);
        assertThatThrownBy(() -> Guice.createInjector(VERTICES, round))
                .isInstanceOf(CreationException.class)
                .hasMessageContaining("Duplicate key \"vertices/sharp\"");
    }

    record Grey() implements Colour {}

    @Test
    void aNameStandsForOneRecordOfAFamily() {
        Module grey = binder -> strategies(binder, Colour.class).bind("smooth", Grey.class);
        assertThatThrownBy(() -> Guice.createInjector(VERTICES, grey).getInstance(StrategyRegistry.class))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("\"smooth\" would stand for both ")
                .hasMessageContaining(" among the colours; give one of them another name");
    }
}
