package org.gan4j.core.gan.finite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Integrals over many intervals at once, by Gauss-Legendre rules on panels that are halved until both halves together
 * agree with the whole. The function is asked for many points at a time.
 */
final class Quadrature {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(12);
    private static final double TOLERANCE = 1e-13;
    private static final double WIDEST = 1;
    private static final int DEEPEST = 48;

    private final UnaryOperator<double[]> function;

    /** A part of an interval and the rule's estimate over it. */
    private record Panel(int interval, double low, double high, double estimate) {}

    Quadrature(UnaryOperator<double[]> function) {
        this.function = function;
    }

    /** Returns the integral from each edge to the next. */
    double[] between(double... edges) {
        double[] integrals = new double[edges.length - 1];
        List<Panel> panels = estimated(cut(edges));
        for (int depth = 0; !panels.isEmpty(); depth++) {
            List<Panel> halves = estimated(halved(panels));
            List<Panel> open = new ArrayList<>();
            for (int i = 0; i < panels.size(); i++) {
                Panel whole = panels.get(i);
                Panel left = halves.get(2 * i);
                Panel right = halves.get(2 * i + 1);
                double sum = left.estimate() + right.estimate();
                boolean differs = Math.abs(sum - whole.estimate()) > TOLERANCE * (1 + Math.abs(sum));
                if (differs && depth < DEEPEST) {
                    open.add(left);
                    open.add(right);
                } else {
                    integrals[whole.interval()] += sum;
                }
            }
            panels = open;
        }
        return integrals;
    }

    private static List<Panel> cut(double... edges) {
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; i++) {
            double width = edges[i + 1] - edges[i];
            int pieces = (int) Math.ceil(width / WIDEST);
            for (int k = 0; k < pieces; k++) {
                panels.add(new Panel(i, edges[i] + width * k / pieces, edges[i] + width * (k + 1) / pieces, 0));
            }
        }
        return panels;
    }

    private static List<Panel> halved(List<Panel> panels) {
        List<Panel> halves = new ArrayList<>();
        for (Panel panel : panels) {
            double middle = panel.low() + (panel.high() - panel.low()) / 2;
            halves.add(new Panel(panel.interval(), panel.low(), middle, 0));
            halves.add(new Panel(panel.interval(), middle, panel.high(), 0));
        }
        return halves;
    }

    private List<Panel> estimated(List<Panel> panels) {
        int nodes = RULE.getNumberOfPoints();
        double[] points = new double[panels.size() * nodes];
        for (int i = 0; i < points.length; i++) {
            Panel panel = panels.get(i / nodes);
            double radius = (panel.high() - panel.low()) / 2;
            points[i] = panel.low() + radius * (1 + RULE.getPoint(i % nodes));
        }
        double[] values = function.apply(points);
        List<Panel> estimated = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            double sum = 0;
            for (int k = 0; k < nodes; k++) {
                sum += RULE.getWeight(k) * values[i * nodes + k];
            }
            double estimate = sum * (panel.high() - panel.low()) / 2;
            estimated.add(new Panel(panel.interval(), panel.low(), panel.high(), estimate));
        }
        return estimated;
    }
}
