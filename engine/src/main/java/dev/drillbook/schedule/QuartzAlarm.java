package dev.drillbook.schedule;

import dev.drillbook.runbook.DrillException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.DBConnectionManager;

/** Quartz with its tables in our database: a one-shot trigger for each alarm. */
final class QuartzAlarm implements Alarm {
    private static final String NAME = "drillbook";

    private final Scheduler scheduler;

    /** @param source with Quartz's tables in it @throws DrillException when Quartz cannot use them */
    QuartzAlarm(DataSource source) {
        DBConnectionManager.getInstance().addConnectionProvider(NAME, new PooledConnections(source));
        try {
            scheduler = new StdSchedulerFactory(properties()).getScheduler();
        } catch (SchedulerException e) {
            throw broken(e);
        }
    }

    private static Properties properties() {
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", NAME);
        quartz.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        quartz.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        quartz.setProperty("org.quartz.threadPool.threadCount", "4");
        quartz.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        quartz.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        quartz.setProperty("org.quartz.jobStore.driverDelegateClass", StdJDBCDelegate.class.getName());
        quartz.setProperty("org.quartz.jobStore.dataSource", NAME);
        quartz.setProperty("org.quartz.jobStore.useProperties", "true");
        return quartz;
    }

    @Override
    public void start(Consumer<Due> bell) {
        attempt(() -> {
            scheduler.setJobFactory((bundle, quartz) -> new Bell(bell));
            scheduler.start();
        });
    }

    @Override
    public void set(Due due, Instant at) {
        JobDetail job = JobBuilder.newJob(Bell.class)
                .withIdentity(key(due))
                .usingJobData(Bell.data(due))
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(key(due).getName(), key(due).getGroup())
                .startAt(Date.from(notBeforeNow(at)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        attempt(() -> scheduler.scheduleJob(job, Set.of(trigger), true));
    }

    /** One that is long over would be a misfire, which Quartz looks for once a minute. */
    private static Instant notBeforeNow(Instant at) {
        Instant now = Instant.now();
        return at.isBefore(now) ? now : at;
    }

    @Override
    public void cancel(Due due) {
        attempt(() -> scheduler.deleteJob(key(due)));
    }

    private static JobKey key(Due due) {
        return new JobKey(due.planned() + " " + due.kind(), due.schedule());
    }

    @Override
    public void close() {
        attempt(() -> scheduler.shutdown(true));
    }

    private interface Work {
        void run() throws SchedulerException;
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (SchedulerException e) {
            throw broken(e);
        }
    }

    private static DrillException broken(SchedulerException e) {
        return new DrillException("the calendar's alarms do not work: " + e.getMessage(), e);
    }

    /** What Quartz runs when a trigger fires. */
    private record Bell(Consumer<Due> bell) implements Job {
        static JobDataMap data(Due due) {
            JobDataMap data = new JobDataMap();
            data.put("schedule", due.schedule());
            data.put("planned", due.planned().toString());
            data.put("kind", due.kind().name());
            return data;
        }

        @Override
        public void execute(org.quartz.JobExecutionContext context) {
            JobDataMap data = context.getMergedJobDataMap();
            bell.accept(new Due(
                    data.getString("schedule"),
                    Instant.parse(data.getString("planned")),
                    Due.Kind.valueOf(data.getString("kind"))));
        }
    }
}
