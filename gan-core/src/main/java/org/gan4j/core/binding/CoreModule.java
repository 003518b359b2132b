package org.gan4j.core.binding;

import com.google.inject.AbstractModule;
import org.gan4j.core.config.Gan4jModule;

/** Names of everything in gan-core: data sets, layers, optimizers, what a GAN is made of, training schemes. */
public final class CoreModule extends AbstractModule implements Gan4jModule {
    @Override
    protected void configure() {
        install(new DataModule());
        install(new NetworksModule());
        install(new OptimizersModule());
        install(new GanModule());
        install(new SchemeModule());
    }
}
