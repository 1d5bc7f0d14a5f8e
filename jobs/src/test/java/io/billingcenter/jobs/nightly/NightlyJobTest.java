package io.billingcenter.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.BillingApplication;
import io.billingcenter.jobs.launch.DatabaseAddress;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.JobRunner;
import io.billingcenter.jobs.launch.OpeningDatabase;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunParameters;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.outbox.ShipTargets;
import io.billingcenter.jobs.progress.ProgressOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepLocator;
import org.springframework.batch.test.JobOperatorTestUtils;
import org.springframework.batch.test.JobRepositoryTestUtils;
import org.springframework.batch.test.context.SpringBatchTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.util.FileSystemUtils;

/**
 * Tests the wiring of the steps in one context: the place of the job repository, the rows that a step leaves for the next
 * one, and that a chunk that fails leaves none. The figures are tested by the samples.
 */
@SpringBatchTest
@SpringBootTest(
        classes = {BillingApplication.class, NightlyJobTest.Place.class},
        properties = {
            "billing.metering.threads=2",
            "billing.metering.chunk-size=1",
            "billing.invoicing.chunk-size=1",
            "logging.file.name=target/nightly-test.log"
        })
class NightlyJobTest {

    private static final String DAY = "2026-10-15";
    private static final RunRequest NIGHT = RunRequest.forDay(JobName.NIGHTLY, BillingDay.parse(DAY));
    private static final AtomicLong ATTEMPTS = new AtomicLong(1_000);
    private static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n";

    @Autowired
    private JobOperatorTestUtils operator;

    @Autowired
    private JobRepositoryTestUtils executions;

    @Autowired
    private JobRepository repository;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Folders folders;

    @Autowired
    private JobRunner runner;

    @Autowired
    @Qualifier("jobNightly")
    private Job nightly;

    @BeforeEach
    void emptyTables() throws IOException {
        FileSystemUtils.deleteRecursively(folders.traffic());
        Files.createDirectories(folders.traffic());
        executions.removeJobExecutions();
        for (String table : tables()) {
            boolean ours = !table.startsWith("BATCH_") && !table.equalsIgnoreCase("flyway_schema_history");
            if (ours) {
                jdbc.update("DELETE FROM \"" + table + "\"");
            }
        }
        operator.setJob(nightly);
    }

    @Test
    void runsAreKeptInTheDatabase() throws Exception {
        assertThat(AopUtils.getTargetClass(repository))
                .isNotEqualTo(ResourcelessJobRepository.class)
                .isEqualTo(SimpleJobRepository.class);
        status("importReference");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void aStepLeavesTheNextOneItsWork() throws Exception {
        writeTraffic("ws-a", "ws-b", "ws-c");
        assertThat(status("importReference")).isEqualTo(BatchStatus.COMPLETED);
        assertThat(status("importPriceBooks")).isEqualTo(BatchStatus.COMPLETED);
        assertThat(status("listTraffic")).isEqualTo(BatchStatus.COMPLETED);
        assertThat(count("metering_task")).isEqualTo(3);
        assertThat(status("meterTraffic")).isEqualTo(BatchStatus.COMPLETED);
        assertThat(count("metering_task")).isZero();
        assertThat(count("metered_day")).isEqualTo(3);
        assertThat(status("rateUsage")).isEqualTo(BatchStatus.COMPLETED);
        assertThat(count("rated_day")).isEqualTo(3);
        assertThat(status("postCharges")).isEqualTo(BatchStatus.COMPLETED);
        assertThat(count("posting")).isEqualTo(1);
        assertThat(count("day_hold")).isEqualTo(2);
    }

    @Test
    void theLogFileTellsTheStepsAndWhatWasRead() throws Exception {
        writeTraffic("ws-a", "ws-b");
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger("io.billingcenter.file");
        appender.start();
        log.addAppender(appender);
        status("listTraffic");
        status("meterTraffic");
        log.detachAppender(appender);
        assertThat(appender.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .map(message -> message.replaceAll(" in .*", ""))
                .containsExactly("Step listTraffic", "Step meterTraffic", "Read 230 B and 2 records");
    }

    @Test
    void aChunkThatFailsLeavesNothingAndIsRepeated() throws Exception {
        writeTraffic("ws-a", "ws-b");
        status("importReference");
        status("listTraffic");
        jdbc.update("INSERT INTO traffic_file (workspace_id, billing_day, reading, name, size_bytes, modified)"
                + " VALUES ('ws-b', DATE '" + DAY + "', 1, 't.csv', 0, '')");
        assertThat(status("meterTraffic")).isEqualTo(BatchStatus.FAILED);
        assertThat(workspaces("metered_day")).containsExactly("ws-a");
        assertThat(workspaces("day_reading")).containsExactly("ws-a");
        assertThat(workspaces("metering_task")).containsExactly("ws-b");
        jdbc.update("DELETE FROM traffic_file WHERE workspace_id = 'ws-b'");
        assertThat(status("meterTraffic")).isEqualTo(BatchStatus.COMPLETED);
        assertThat(workspaces("metered_day")).containsExactly("ws-a", "ws-b");
    }

    @Test
    void aFileThatIsRemovedBetweenListingAndReadingFailsNobody() throws Exception {
        writeTraffic("ws-a", "ws-b");
        status("importReference");
        status("listTraffic");
        Files.delete(folders.traffic().resolve("ws-b").resolve(DAY).resolve("t.csv"));
        assertThat(status("meterTraffic")).isEqualTo(BatchStatus.COMPLETED);
        assertThat(workspaces("day_reading")).containsExactly("ws-a", "ws-b");
        assertThat(jdbc.queryForList("SELECT workspace_id || ' ' || detail FROM input_finding", String.class))
                .containsExactly("ws-b ws-b/" + DAY
                        + "/t.csv: Expected a file that can be read, found nothing: it has disappeared"
                        + " since the folder was listed");
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
    void aChunkThatFailedIsPostedWhenTheRunGoesOn() throws Exception {
        writeTraffic("ws-a", "ws-b");
        writeReference("ws-a", "ws-b");
        jdbc.execute("ALTER TABLE posting ADD CONSTRAINT trap CHECK (workspace_id <> 'ws-b')");
        assertThat(runner.run(NIGHT).getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(workspaces("posting")).containsExactly("ws-a");
        jdbc.execute("ALTER TABLE posting DROP CONSTRAINT trap");
        assertThat(runner.run(NIGHT).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(workspaces("posting")).containsExactly("ws-a", "ws-b");
    }

    /** Tests that a context runs jobs for several days, and that each run reads the reference data anew. */
    @Test
    void oneContextRunsSeveralNights() throws Exception {
        writeTraffic("ws-a", "ws-b");
        assertThat(runner.run(NIGHT).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(workspaces("posting")).containsExactly("ws-a");
        writeReference("ws-a", "ws-b");
        BillingDay next = BillingDay.parse(DAY).plusDays(1);
        JobExecution second = runner.run(RunRequest.forDay(JobName.NIGHTLY, next));
        assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(jdbc.queryForList("SELECT workspace_id || ' ' || posted_day FROM posting ORDER BY 1", String.class))
                .containsExactly("ws-a " + DAY, "ws-b " + next);
        assertThat(second.getStepExecutions())
                .extracting(StepExecution::getStepName)
                .filteredOn(name -> !name.contains(":"))
                .containsExactly(
                        "importReference",
                        "importPriceBooks",
                        "listTraffic",
                        "meterTraffic",
                        "joinSlices",
                        "noteSilence",
                        "rateUsage",
                        "guardAccounts",
                        "holdUnusual",
                        "guardNight",
                        "postCharges",
                        "postFees",
                        "reconcile",
                        "listWallets",
                        "settleBills",
                        "noteSettled",
                        "reconcileBills",
                        "raiseAlerts",
                        "deliverFiles",
                        "sealRun",
                        "shipFiles",
                        "writeReport");
    }

    /** Tests that a second attempt posts what the first could not, and takes every step again. */
    @Test
    @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
    void anAttemptAfterAFailureTakesEveryStep() throws Exception {
        writeTraffic("ws-a");
        jdbc.execute("ALTER TABLE posting ADD CONSTRAINT trap CHECK (workspace_id <> 'ws-a')");
        JobExecution failed = runner.run(NIGHT);
        assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
        jdbc.execute("ALTER TABLE posting DROP CONSTRAINT trap");
        JobExecution finished = runner.run(NIGHT);
        assertThat(finished.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(finished.getStepExecutions())
                .extracting(StepExecution::getStepName)
                .contains("importReference", "importPriceBooks", "listTraffic", "rateUsage", "postCharges");
        assertThat(RunId.of(finished)).isGreaterThan(RunId.of(failed));
        assertThat(workspaces("posting")).containsExactly("ws-a");
        assertThat(count("day_reading")).isOne();
        assertThat(jdbc.queryForList("SELECT DISTINCT inputs_digest FROM run", String.class))
                .singleElement()
                .satisfies(digest -> assertThat(digest).hasSize(64));
    }

    @ParameterizedTest
    @CsvSource({
        "BATCH_JOB_EXECUTION, UNKNOWN",
        "BATCH_STEP_EXECUTION, UNKNOWN",
        "BATCH_STEP_EXECUTION, STARTING",
        "BATCH_STEP_EXECUTION, STARTED",
        "BATCH_STEP_EXECUTION, STOPPING"
    })
    void anAttemptOfWhichTheEndIsNotWrittenDownIsNoHindrance(String table, String status) throws Exception {
        Files.createDirectories(folders.traffic().resolve("ws-a").resolve(DAY));
        assertThat(runner.run(NIGHT).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        jdbc.update("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'FAILED'");
        jdbc.update("UPDATE " + table + " SET STATUS = ?", status);
        assertThat(runner.run(NIGHT).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    /** Runs one step of the job, as a job of its name. */
    private BatchStatus status(String step) throws Exception {
        Step only = Objects.requireNonNull(((StepLocator) nightly).getStep(step));
        operator.setJob(
                new JobBuilder(JobName.NIGHTLY.text(), repository).start(only).build());
        JobExecution execution = operator.startJob(RunParameters.of(NIGHT, ATTEMPTS.incrementAndGet(), 1L));
        return execution.getStatus();
    }

    private int count(String table) {
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
        return count == null ? 0 : count;
    }

    private List<String> workspaces(String table) {
        return jdbc.queryForList("SELECT workspace_id FROM " + table + " ORDER BY workspace_id", String.class);
    }

    private List<String> tables() {
        return jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                        + " AND table_type = 'BASE TABLE'",
                String.class);
    }

    /** A sent report costs 1 CNY; only ws-a is known and bound. */
    private void writeTraffic(String... workspaces) throws IOException {
        writeReference("ws-a");
        for (String workspace : workspaces) {
            Path folder =
                    Files.createDirectories(folders.traffic().resolve(workspace).resolve(DAY));
            Files.writeString(
                    folder.resolve("t.csv"), HEADER + "r1,2026-10-15T12:00:00+08:00," + workspace + ",report,,,2,,\n");
        }
    }

    private void writeReference(String... bound) throws IOException {
        Path reference = folders.reference();
        Files.writeString(reference.resolve("console_accounts.csv"), "email,name\no@example.com,Owner\n");
        Files.writeString(
                reference.resolve("billing_accounts.csv"),
                "account_id,username,name,currency,certified\na1,a1,One,CNY,true\n");
        StringBuilder workspaces =
                new StringBuilder("workspace_id,name,site,console_account,storage_type,channel,created\n");
        StringBuilder bindings = new StringBuilder("workspace_id,account_id,settlement,vendor_account,from,to\n");
        for (String workspace : bound) {
            workspaces.append(workspace).append(",A,cn1,o@example.com,es,website,2026-01-01\n");
            bindings.append(workspace).append(",a1,wallet,,2026-01-01,\n");
        }
        Files.writeString(reference.resolve("workspaces.csv"), workspaces);
        Files.writeString(reference.resolve("bindings.csv"), bindings);
    }

    /** The beans that the command line registers. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Place {

        @Bean
        DatabaseAddress databaseAddress() {
            return new DatabaseAddress("jdbc:hsqldb:mem:nightly;hsqldb.tx=mvcc");
        }

        @Bean
        OpeningDatabase openingDatabase(DatabaseAddress address, BillingSettings settings) {
            return OpeningDatabase.begin(address, settings);
        }

        @Bean
        BillingSettings settings(Environment environment) {
            return Binder.get(environment)
                    .bind("billing", BillingSettings.class)
                    .get();
        }

        @Bean
        Folders folders() {
            try {
                Path root = Files.createTempDirectory(Path.of("target"), "nightly");
                Files.createDirectories(root.resolve("traffic"));
                Files.createDirectories(root.resolve("reference"));
                return new Folders(
                        root.resolve("traffic"),
                        root.resolve("reference"),
                        Path.of("../config/price-books"),
                        root.resolve("out"),
                        null,
                        root.resolve("templates"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ShipTargets shipTargets(BillingSettings settings, Clock clock) {
            return new ShipTargets(settings.shipping(), Path.of(""), clock);
        }

        @Bean
        ProgressOutput progressOutput() {
            return ProgressOutput.inLog();
        }
    }
}
