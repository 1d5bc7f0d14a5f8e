package io.billingcenter.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.jobs.cli.BillingCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Runs every command that starts the suite on a handful of records, with a launcher that has the class path of the
 * tests. It starts the suite once, and otherwise a program that counts records.
 */
class CommandsTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private void makeLauncher(Class<?> program) throws IOException {
        Files.createSymbolicLink(folder.resolve("config"), CHECKOUT.resolve("config"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path launcher = Files.createFile(
                folder.resolve("billing"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(launcher, """
                #!/bin/sh
                # Folders on the class path cannot be archived.
                case "$BILLING_JAVA_OPTS" in *Archive*) BILLING_JAVA_OPTS= ;; esac
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Xmx$BILLING_HEAP" $BILLING_JAVA_OPTS \\
                    -Dfile.encoding=UTF-8 '-Dbilling.home=%s' \\
                    '-Dspring.config.additional-location=optional:file:%s/config/' \\
                    -cp '%s' %s "$@"
                """.formatted(
                        java, folder, folder, System.getProperty("java.class.path"), program.getName()));
    }

    @Test
    void aWrittenMonthCanBeClosed() throws Exception {
        makeLauncher(BillingCommand.class);
        assertThat(new CommandLine(new Month())
                        .execute("--to", folder.resolve("db").toString(), "--accounts=3", "--workspaces=2"))
                .isZero();
        ProcessBuilder closing = new ProcessBuilder(
                        folder.resolve("billing").toString(),
                        "close",
                        "--db",
                        folder.resolve("db/billing").toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--month",
                        "2026-10",
                        "--accept",
                        "nights",
                        "--reason",
                        "written")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("close.txt").toFile());
        closing.environment().put("BILLING_HEAP", "512m");
        assertThat(closing.start().waitFor()).as(folder.resolve("close.txt").toString()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/2026-10/r1/invoices.csv")))
                .hasSize(4);
    }

    @Test
    void compareReportsThroughputMemoryAndJobMetadata() throws Exception {
        makeLauncher(BillingCommand.class);
        Report report = measure(new Compare(), "--records=2000", "--skew=tiny", "--pairs=1", "--warmup=0");
        assertThat(report.text())
                .contains("2,000 records, 100 workspaces (tiny)", "| Median of 1 | suite | DuckDB | DuckDB / suite |")
                .containsPattern("[0-9]+ rows in the tables of Spring Batch, [1-9][0-9]* chunks");
        assertThat(report.findings())
                .extracting(Finding::label)
                .containsExactly("records a second", "peak memory, MiB", "job metadata, ms of the run");
    }

    @Test
    void nightsDeliverTheBillLinesOfDuckDb() throws Exception {
        makeLauncher(BillingCommand.class);
        Report report = measure(new Night(), "--records=2000", "--workspaces=25", "--pairs=1", "--warmup=0");
        assertThat(report.text())
                .contains(
                        "HSQLDB, 1 pair(s)", "| Median of 1 | suite | DuckDB | DuckDB / suite |", "| `postCharges` | ")
                .containsPattern("\\| 1 \\| [0-9.]+ \\| [0-9.]+ \\| [0-9.]+ \\| [0-9.]+ \\| [0-9.]+ \\| [0-9.]+ \\|");
        assertThat(folder.resolve("work/nights/duckdb-out/excel/bill-lines.csv"))
                .hasSameBinaryContentAs(folder.resolve("work/nights/suite-out/2026-10-15/r1/excel/bill-lines.csv"));
    }

    @Test
    void nightsOfTwoCheckoutsOnAServerDeliverTheSameFiles() throws Exception {
        makeLauncher(BillingCommand.class);
        Report report = measure(
                new Night(),
                "--records=500",
                "--skew=tiny",
                "--pairs=1",
                "--warmup=0",
                "--database=postgres",
                "--statements",
                "--against=" + folder);
        assertThat(report.text())
                .contains("PostgreSQL, 1 pair(s)", "| Median of 1 | suite | other | other / suite |")
                .containsPattern("of which the server \\| [0-9.]+ \\| [0-9.]+ \\|")
                .contains("| Seconds | Calls | Rows | Statement |", " FROM posting ");
    }

    @Test
    void anAddressOfAnotherKindOfServerIsRefused() {
        assertThatThrownBy(() -> measure(new Night(), "--records=20", "--skew=tiny", "--db=jdbc:mysql://host/name"))
                .hasMessageContaining("jdbc:postgresql://host/name, found jdbc:mysql://host/name");
    }

    @Test
    void growthFitsALineAndTriesTheLargest() throws Exception {
        makeLauncher(CountingBilling.class);
        Report report = measure(new Grow(), "--records=3000,1000", "--largest=4000", "--pairs=1", "--warmup=0");
        assertThat(report.text())
                .containsSubsequence(
                        "| 1,000 |", "| 3,000 |", "wall = ", "4,000 records with a heap of 512m: completes");
        assertThat(report.findings()).hasSize(3);
    }

    @Test
    void threadsAreHeldAgainstOne() throws Exception {
        makeLauncher(CountingBilling.class);
        Report report = measure(new Threads(), "--records=2000", "--skew=giant", "--pairs=1", "--warmup=1");
        assertThat(report.text()).contains("| Median of 1 | 2 threads | 1 thread | 1 thread / 2 threads |");
    }

    @Test
    void growthNeedsTwoSizes() {
        assertThatThrownBy(() -> measure(new Grow(), "--records=1000"))
                .hasMessageContaining("Expected --records to name two sizes at least");
    }

    private Report measure(Measuring command, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("--home=" + folder, "--work=" + folder.resolve("work")));
        all.addAll(List.of(arguments));
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(all.toArray(String[]::new));
        return command.measure();
    }
}
