package dev.drillbook.web;

import dev.drillbook.control.Drills;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Prometheus' page. Needs no token: it says how many, never what. */
final class Metrics implements Guarded.Call {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(Drills drills) {
        Gauge.builder("drillbook.drills.running", drills, all -> all.running().size())
                .description("Drills that run here now")
                .register(registry);
        Gauge.builder("drillbook.undos.owed", drills, Drills::owed)
                .description("Undos that nobody has paid, of drills that are over")
                .register(registry);
        new UptimeMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
    }

    @Override
    public Object answer(Query query, String body) {
        return new Guarded.Page("text/plain; version=0.0.4; charset=utf-8", registry.scrape());
    }
}
