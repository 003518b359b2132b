package org.gan4j.experiments.run;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.losses.transform.Packing;

/** The size of a batch must be a multiple of the size of packs: samples would be left over. */
@About("The size of a batch must be a multiple of the size of packs.")
public record PacksDivideBatches() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        for (Wiring.Placed<TrainingJob> job : wiring.all(TrainingJob.class)) {
            int batch = job.value().batchSize();
            long size = 1;
            for (Wiring.Placed<Packing> packing : wiring.all(Packing.class)) {
                if (packing.path().startsWith(job.path())) {
                    size *= packing.value().size();
                    if (batch % size != 0) {
                        wiring.refuse(
                                packing,
                                "a batch of " + batch + " samples cannot be packed by " + size
                                        + ": choose a batchSize that is a multiple of " + size);
                        break;
                    }
                }
            }
        }
    }
}
