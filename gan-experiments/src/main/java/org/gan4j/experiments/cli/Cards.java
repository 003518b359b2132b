package org.gan4j.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.StrategyBinding;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Penalty;
import org.gan4j.eval.Evaluator;
import org.gan4j.experiments.card.EvaluatorCard;
import org.gan4j.experiments.card.LossCard;
import org.gan4j.experiments.card.LossFigure;
import org.gan4j.experiments.card.MinimalRun;
import org.gan4j.experiments.card.PenaltyCard;
import org.gan4j.experiments.card.PenaltyFigure;
import org.gan4j.experiments.cli.text.CardText;
import org.gan4j.experiments.cli.text.EstimateText;

/** Makes the cards of named losses, penalties and evaluators. */
final class Cards {
    private static final String USUAL_LOSS = "non-saturating";

    private final Framework framework;

    Cards(Framework framework) {
        this.framework = framework;
    }

    /**
     * A card and what is shown with it.
     *
     * @param content a {@link LossCard}, a {@link PenaltyCard} or an {@link EvaluatorCard}
     * @param text the same as text
     * @param run a small configuration that runs, where there is one
     */
    record Card(Record content, String text, Optional<String> run) {}

    /**
     * Returns the card of a loss, a penalty or an evaluator; empty for other strategies.
     *
     * @param binding its name
     * @param yaml how a configuration names the strategy
     */
    Optional<Card> of(Object strategy, StrategyBinding binding, String yaml) {
        if (strategy instanceof AdversarialLoss loss) {
            LossCard card = LossCard.of(loss);
            List<String> penalties = framework.registry().names(Penalty.class);
            return Optional.of(
                    new Card(card, CardText.of(card), Optional.of(MinimalRun.ofLoss(yaml, card, penalties))));
        }
        if (strategy instanceof Penalty penalty) {
            PenaltyCard card = PenaltyCard.of(penalty, lossesWith(binding.name()));
            return Optional.of(
                    new Card(card, CardText.of(card), Optional.of(MinimalRun.ofPenalty(yaml, card, lossFor(card)))));
        }
        if (strategy instanceof Evaluator evaluator) {
            EvaluatorCard card = EvaluatorCard.of(evaluator);
            return Optional.of(new Card(card, EstimateText.of(card), Optional.empty()));
        }
        return Optional.empty();
    }

    /** Returns the curves of a loss or a penalty as a PNG; empty for other strategies. */
    static Optional<byte[]> picture(Object strategy, String name) {
        if (strategy instanceof AdversarialLoss loss) {
            return Optional.of(LossFigure.png(name, loss));
        }
        return strategy instanceof Penalty penalty ? Optional.of(PenaltyFigure.png(name, penalty)) : Optional.empty();
    }

    /** Returns the kind that a penalty says it is of; empty if its settings have no defaults. */
    String familyOfPenalty(StrategyBinding penalty) {
        return instance(Penalty.class, penalty.name()).map(Penalty::family).orElse("");
    }

    /** Returns the family that a loss says it is of: of the bare name or of any name of its record; else empty. */
    String familyOfLoss(StrategyBinding loss) {
        return instance(AdversarialLoss.class, loss.name())
                .or(() -> framework.registry().names(AdversarialLoss.class).stream()
                        .filter(name -> framework
                                        .registry()
                                        .find(AdversarialLoss.class, name)
                                        .orElseThrow()
                                        .type()
                                == loss.type())
                        .flatMap(name -> instance(AdversarialLoss.class, name).stream())
                        .findFirst())
                .map(found -> found.facts().family())
                .orElse("");
    }

    /** Returns a loss to show a penalty with: one that needs it, else one that names it. */
    private String lossFor(PenaltyCard card) {
        return card.losses().stream()
                .filter(name -> instance(AdversarialLoss.class, name)
                        .filter(loss -> loss.facts().use().needsLipschitz())
                        .isPresent())
                .findFirst()
                .or(() -> card.losses().stream().findFirst())
                .orElse(USUAL_LOSS);
    }

    private List<String> lossesWith(String penalty) {
        List<String> losses = new ArrayList<>();
        for (String name : framework.registry().names(AdversarialLoss.class)) {
            instance(AdversarialLoss.class, name)
                    .filter(loss -> loss.facts().use().penalties().contains(penalty))
                    .ifPresent(loss -> losses.add(name));
        }
        return losses;
    }

    /** Returns what a bare name stands for, if nothing in it must be given. */
    private <T> Optional<T> instance(Class<T> family, String name) {
        try {
            Configuration<T> configuration = framework.reader().parse(name, name, List.of(), family);
            return Optional.of(configuration.value());
        } catch (ConfigurationException incomplete) {
            return Optional.empty();
        }
    }
}
