package dev.drillbook.schedule;

import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.utils.DBConnectionManager;

/** Quartz as its manual sets it up, on the same kind of store: what ours is measured beside. */
final class PlainQuartz implements AutoCloseable {
    private static final String NAME = "plain";

    private final Scheduler scheduler;

    PlainQuartz(DataSource source, Consumer<String> fired) {
        DBConnectionManager.getInstance().addConnectionProvider(NAME, new PooledConnections(source));
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", NAME);
        quartz.setProperty("org.quartz.threadPool.threadCount", "4");
        quartz.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        quartz.setProperty("org.quartz.jobStore.driverDelegateClass", StdJDBCDelegate.class.getName());
        quartz.setProperty("org.quartz.jobStore.dataSource", NAME);
        try {
            scheduler = new StdSchedulerFactory(quartz).getScheduler();
            scheduler.setJobFactory((bundle, of) -> new Fired(fired));
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    void at(String name, Instant moment) {
        try {
            scheduler.scheduleJob(
                    JobBuilder.newJob(Fired.class).withIdentity(name).build(),
                    TriggerBuilder.newTrigger().startAt(Date.from(moment)).build());
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Fired(Consumer<String> fired) implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            fired.accept(context.getJobDetail().getKey().getName());
        }
    }
}
