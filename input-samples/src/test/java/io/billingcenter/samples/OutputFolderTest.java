package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.jobs.launch.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One output folder belongs to one database, and may be taken over when that is lost. */
class OutputFolderTest {

    private static final String MARKER = ".installation";
    private static final int WORKSPACES = 2;

    @TempDir
    private Path folder;

    @Test
    void aFolderOfAnotherDatabaseIsRefusedAndACopyOfItGetsAnIdOfItsOwn() throws IOException {
        Workplace place = new Workplace(folder, folder.resolve("db/billing").toString());
        traffic(place, "2026-10-31");
        succeed(place, "nightly", "--day", "2026-10-31");
        String id = Files.readString(place.out().resolve(MARKER)).strip();
        assertThat(id).matches("[0-9a-f]{32}");

        Workplace second = new Workplace(folder, folder.resolve("db/second").toString());
        assertThat(refused(second, "nightly", "--day", "2026-10-31"))
                .contains(id, "which has none yet", "One folder belongs to one database");
        assertThat(refused(second, "nightly", "--day", "2026-10-31", "--adopt-out", "--reason", "lost"))
                .contains(id);
        assertThat(refused(second, "close", "--month", "2026-10", "--preview")).contains(id);
        assertThat(place.out().resolve("2026-10")).doesNotExist();
        assertThat(jdbc(second).queryForObject("SELECT COUNT(*) FROM run", Integer.class))
                .isZero();

        Path elsewhere = folder.resolve("elsewhere");
        for (Path tree : List.of(place.traffic(), place.reference(), place.out())) {
            Workplace.copy(tree, elsewhere.resolve(folder.relativize(tree)));
        }
        Workplace moved = new Workplace(elsewhere, place.db());
        succeed(moved, "nightly", "--day", "2026-10-31");
        String other = Files.readString(moved.out().resolve(MARKER)).strip();
        assertThat(other).isNotEqualTo(id);
        succeed(place, "nightly", "--day", "2026-10-31");
        assertThat(Files.readString(place.out().resolve(MARKER)).strip()).isEqualTo(id);

        Files.delete(place.out().resolve(MARKER));
        assertThat(refused(second, "deliver", "--day", "2026-10-31"))
                .contains("1 revisions that it does not know, like 2026-10-31/r1", "--adopt-out --reason TEXT");
        succeed(place, "deliver", "--day", "2026-10-31");
        assertThat(Files.readString(place.out().resolve(MARKER)).strip()).isNotEqualTo(id);
    }

    @Test
    void aLostDatabaseOfTwoClosedMonthsIsRebuiltFromRawFiles() throws IOException {
        Workplace place = new Workplace(folder, folder.resolve("db/billing").toString());
        traffic(place, "2026-10-31", "2026-11-29", "2026-11-30");
        nights(place, "2026-10-31", "2026-11-29", "2026-11-30");
        succeed(
                place,
                "close",
                "--month",
                "2026-10",
                "--accept",
                "nights",
                "--reason",
                "test",
                "--set",
                "billing.delivery.invoices=1");
        succeed(place, "close", "--month", "2026-11", "--accept", "nights", "--reason", "test");
        Map<String, byte[]> delivered = place.delivered();
        List<String> reports = reports(place);
        List<Map<String, Object>> postings = postings(place);
        traffic(place, "2026-12-01");

        Files.delete(place.out().resolve(MARKER));
        Workplace rebuilt = new Workplace(folder, folder.resolve("db/rebuilt").toString());
        assertThat(refused(rebuilt, "nightly", "--day", "2026-10-31")).contains("--adopt-out --reason TEXT");
        assertThat(refused(
                        rebuilt,
                        "nightly",
                        "--day",
                        "2026-12-01",
                        "--adopt-out",
                        "--reason",
                        "the disk of the database"))
                .contains("the nights of 2026-10 to be run again", "would bill it once more");
        nights(rebuilt, "2026-10-31", "2026-11-29", "2026-11-30");
        assertThat(rebuilt.delivered()).usingRecursiveComparison().isEqualTo(delivered);
        assertThat(reports(rebuilt)).containsAll(reports).contains("nightly-2026-10-31-2");
        assertThat(postings(rebuilt)).isEqualTo(postings);
        assertThat(refused(rebuilt, "close", "--month", "2026-10")).contains("the adopted output folder already has");

        nights(rebuilt, "2026-12-01");
        traffic(rebuilt, "2026-12-02");
        Files.writeString(
                rebuilt.traffic().resolve("ws-0/2026-11-30/late.csv"),
                Traffic.HEADER + "late,2026-11-30T12:00:00+08:00,ws-0,report,,,7,,\n");
        nights(rebuilt, "2026-12-02");
        assertThat(Files.readString(rebuilt.out().resolve("2026-12-02/r1/bill-lines.csv")))
                .contains("2026-12-02,2026-11-30,");
        assertThat(Files.readString(rebuilt.out().resolve("2026-12-01/r1/bill-lines.csv")))
                .doesNotContain(",2026-11-30,", ",2026-11-29,");
        succeed(rebuilt, "close", "--month", "2026-12", "--accept", "nights", "--reason", "test");
        assertThat(Files.readString(rebuilt.out().resolve("2026-12/r1/invoices.csv")))
                .as("in the layout that the adopted months have")
                .startsWith(header(delivered.get("2026-11/r1/invoices.csv")))
                .contains("INV-2026-000003");
        assertThat(jdbc(rebuilt).queryForList("SELECT reason FROM consent WHERE kind = 'adopt_out'", String.class))
                .containsExactly("the disk of the database");
        succeed(rebuilt, "verify");
    }

    @Test
    void emptyTablesOfSpringBatchNeitherLowerNumbersNorLetGatesSkipAnything() throws IOException {
        Workplace place = new Workplace(folder, folder.resolve("db/billing").toString());
        traffic(place, "2026-10-29", "2026-10-30");
        nights(place, "2026-10-29");
        JdbcTemplate jdbc = jdbc(place);
        for (String table : new String[] {
            "STEP_EXECUTION_CONTEXT",
            "STEP_EXECUTION",
            "JOB_EXECUTION_CONTEXT",
            "JOB_EXECUTION_PARAMS",
            "JOB_EXECUTION",
            "JOB_INSTANCE"
        }) {
            jdbc.update("DELETE FROM BATCH_" + table);
        }
        jdbc.execute("ALTER TABLE BATCH_JOB_INSTANCE ALTER COLUMN JOB_INSTANCE_ID RESTART WITH 0");
        jdbc.update("DELETE FROM run WHERE job_name <> 'nightly'");
        jdbc.execute("ALTER SEQUENCE run_number RESTART WITH 1");
        nights(place, "2026-10-30");
        assertThat(jdbc(place).queryForList("SELECT run_id FROM run ORDER BY run_id", Long.class))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(jdbc(place)
                        .queryForList(
                                "SELECT compared FROM balance_check WHERE gate = 'usage' AND run_id ="
                                        + " (SELECT MAX(run_id) FROM run)",
                                Long.class))
                .isNotEmpty()
                .allMatch(compared -> compared > 0);
        succeed(place, "verify");
        assertThat(place.billing("runs").text())
                .contains("nightly 2026-10-30 #1")
                .doesNotContain("2026-10-29");
    }

    private static void nights(Workplace place, String... days) {
        for (String day : days) {
            succeed(place, "nightly", "--no-catch-up", "--day", day);
        }
    }

    private static void traffic(Workplace place, String... days) throws IOException {
        for (String day : days) {
            Traffic traffic = new Traffic(day);
            traffic.writeReference(place, WORKSPACES);
            for (int workspace = 0; workspace < WORKSPACES; workspace++) {
                traffic.writeFile(place, workspace, traffic.records(workspace, 60));
            }
            Files.writeString(
                    place.reference().resolve("recharges.csv"),
                    "recharge_id,account_id,amount,day\nr1,a1,1000000000.00,2026-10-31\n");
        }
    }

    private static List<String> reports(Workplace place) throws IOException {
        try (Stream<Path> reports = Files.list(place.out().resolve("reports"))) {
            return reports.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Map<String, Object>> postings(Workplace place) {
        return jdbc(place)
                .queryForList("SELECT posted_day, billing_day, workspace_id, meter, retention_days, kind, amount"
                        + " FROM posting ORDER BY posted_day, billing_day, workspace_id, meter, retention_days, kind");
    }

    private static JdbcTemplate jdbc(Workplace place) {
        return new JdbcTemplate(new DriverManagerDataSource(
                DatabaseAddress.of(place.db(), Workplace.HOME).url(), "SA", ""));
    }

    private static String refused(Workplace place, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(1);
        return answer.text();
    }

    private static void succeed(Workplace place, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isIn(0, 2);
    }

    /** The first line of a file of the first layout. */
    private static String header(byte[] file) {
        String header =
                new String(file, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        assertThat(header).endsWith(",fapiao_amount,state");
        return header + "\r\n";
    }
}
