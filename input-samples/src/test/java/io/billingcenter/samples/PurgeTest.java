package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The details of a closed month go into an archive file, and everything that is asked of them is answered as before. */
class PurgeTest {

    private static final List<String> DETAILS =
            List.of("day_reading", "traffic_file", "metered_day", "rated_day", "day_hold", "quarantined_record");

    /** The views that show texts of the details as rows. */
    private static final List<String> FACTS = List.of("measure", "usage", "charge");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void purgedDetailsAreVerifiedAndExplainedAsBefore(Databases database) throws Exception {
        Workplace place = place("purged", database);
        PurgeStory.run(place);

        Map<String, List<String>> untouched = TableRows.of(place);
        assertThat(answer(1, place.billing("purge", "--before", "2026-11"))).contains("set billing.archive");
        assertThat(answer(4, PurgeStory.purge(place, "--yes")))
                .contains("holds 2026-10-14 ws-9: held for no_binding", "Nothing was changed");
        assertThat(answer(4, PurgeStory.purge(place))).contains("2026-10: 28 workspace-days", "day_reading ");
        assertThat(TableRows.of(place)).isEqualTo(untouched);

        PurgeStory.acknowledge(place);
        Map<String, String> explained = explanations(place);
        assertThat(explained).hasSizeGreaterThan(25);
        String coverage = coverage(place);
        assertThat(answer(0, PurgeStory.purge(place))).contains("run the same command with --yes");
        String digests = digestsOf(answer(0, verify(place)));

        assertThat(answer(0, PurgeStory.purge(place, "--yes"))).contains("archived", "28 workspace-days");
        for (String table : Stream.concat(DETAILS.stream(), FACTS.stream()).toList()) {
            assertThat(RetryTest.rows(
                            place, "SELECT COUNT(*) FROM " + table + " WHERE billing_day < DATE '2026-11-01'"))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(RetryTest.rows(place, "SELECT COUNT(*) FROM purged_day")).containsExactly("28");
        assertThat(digestsOf(answer(0, verify(place)))).isEqualTo(digests).contains("agree");
        assertThat(explanations(place)).isEqualTo(explained);
        assertThat(coverage(place)).isEqualTo(coverage);
        assertThat(answer(0, PurgeStory.purge(place, "--yes"))).contains("nothing: no details before 2026-11");

        otherCommandsSayThatTheDayWasPurged(place);
        nightsTakeNoPurgedFolderForNewInput(place);
        aMissingOrChangedFileIsNamed(place);
    }

    private static void nightsTakeNoPurgedFolderForNewInput(Workplace place) throws Exception {
        Map<String, List<String>> before = TableRows.of(place);
        place.billing(night(place));
        Map<String, List<String>> after = TableRows.of(place);
        for (String table :
                List.of("day_reading", "posting", "late_day", "purged_day", "input_finding", "ledger_entry")) {
            assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
        }
        Files.delete(place.traffic().resolve("ws-0").resolve(PurgeStory.FIRST).resolve("again.csv"));
        place.billing(night(place));
        assertThat(RetryTest.rows(place, "SELECT * FROM late_day")).isEmpty();
        PurgeStory.addLateFile(place, 2);
        place.billing(night(place));
        assertThat(RetryTest.rows(place, "SELECT workspace_id FROM late_day")).containsExactly("ws-2");
        // It was not read again; the late file is delivered as a hold, for which the details of the day came back.
        assertThat(RetryTest.rows(place, "SELECT MAX(reading) FROM day_reading WHERE workspace_id = 'ws-2'"))
                .containsExactly("1");
    }

    private static void otherCommandsSayThatTheDayWasPurged(Workplace place) {
        for (List<String> words : List.of(
                List.of("nightly", "--day", PurgeStory.FIRST),
                List.of("meter", "--day", PurgeStory.FIRST),
                List.of("deliver", "--day", PurgeStory.FIRST),
                List.of("reconcile", "--day", PurgeStory.FIRST),
                List.of("quarantine", "--day", PurgeStory.FIRST),
                List.of(
                        "what-if",
                        "--month",
                        PurgeStory.MONTH,
                        "--prices",
                        Workplace.HOME
                                .resolve("config/price-books/2024-11-06.csv")
                                .toString()))) {
            assertThat(answer(1, place.billing(withArchive(place, words))))
                    .as(words.toString())
                    .contains("purged");
        }
    }

    private static void aMissingOrChangedFileIsNamed(Workplace place) throws Exception {
        Path file = PurgeStory.archive(place).resolve("2026-10/details-0001.jsonl.gz");
        Path away = place.root().resolve("away");
        Files.move(file, away);
        assertThat(answer(3, verify(place))).contains(file.toString(), "no file");
        assertThat(answer(1, explain(place, "ws-0/2026-10-15"))).contains(file.toString(), "put it back");
        byte[] bytes = Files.readAllBytes(away);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(answer(3, verify(place))).contains(file.toString());
        Files.move(away, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        answer(0, verify(place));
    }

    /** Also of a day in the same file of another workspace, whose file did not change. */
    @Tag("long")
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aRerunOfAPurgedDayGivesWhatItGivesWithoutThePurge(Databases database) throws Exception {
        Workplace purged = place("purged", database);
        Workplace kept = place("kept", database);
        for (Workplace place : List.of(purged, kept)) {
            PurgeStory.run(place);
            PurgeStory.acknowledge(place);
        }
        answer(0, PurgeStory.purge(purged, "--yes"));
        for (Workplace place : List.of(purged, kept)) {
            rerun(place, "ws-0");
        }
        isTheSame(purged, kept);
        for (Workplace place : List.of(purged, kept)) {
            PurgeStory.addLateFile(place, 2);
            PurgeStory.addLateFile(place, 3);
            PurgeStory.empty(place, 4);
            rerun(place, "ws-2", "--withdrawn");
            rerun(place, "ws-3");
            rerun(place, "ws-4");
        }
        isTheSame(purged, kept);
        answer(0, verify(purged));
        assertThat(RetryTest.rows(
                        purged,
                        "SELECT COUNT(*) FROM posting WHERE posted_day = DATE '2027-02-01'"
                                + " AND billing_day = DATE '2026-10-14'"))
                .isEqualTo(RetryTest.rows(
                        kept,
                        "SELECT COUNT(*) FROM posting WHERE posted_day = DATE '2027-02-01'"
                                + " AND billing_day = DATE '2026-10-14'"))
                .doesNotContain("0");
        // The day is archived again, in a further file; the other days are still in the first one.
        answer(0, PurgeStory.purge(purged, "--yes"));
        assertThat(RetryTest.rows(purged, "SELECT file_number, COUNT(*) FROM purged_day GROUP BY file_number"))
                .containsExactlyInAnyOrder("1 14", "2 14");
        answer(0, verify(purged));
        assertThat(explanations(purged)).isEqualTo(explanations(kept));
    }

    /** Its files are written by several threads, each of which has to see the details that came back. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLateFileOfAPurgedDayIsDeliveredAsWithoutThePurge(Databases database) throws Exception {
        Workplace purged = place("purged", database);
        Workplace kept = place("kept", database);
        for (Workplace place : List.of(purged, kept)) {
            PurgeStory.run(place);
            PurgeStory.acknowledge(place);
        }
        answer(0, PurgeStory.purge(purged, "--yes"));
        for (Workplace place : List.of(purged, kept)) {
            PurgeStory.addLateFile(place, 5);
            Workplace.Answer answer = place.billing(night(place, "billing.metering.threads=3"));
            assertThat(answer.status()).as(answer.text()).isIn(0, 2);
        }
        isTheSame(purged, kept);
        assertThat(RetryTest.rows(purged, "SELECT DISTINCT billing_day FROM purged_day"))
                .containsExactly("2026-10-15");
        answer(0, verify(purged));
    }

    @Test
    void isRefusedWhileAnythingIsOpen() throws Exception {
        Workplace place = place("refused", Databases.HSQLDB);
        PurgeStory.run(place);
        PurgeStory.acknowledge(place);
        Map<String, String> statements = new TreeMap<>(Map.of(
                "open 2026-10: the month is not closed", "DELETE FROM closed_month",
                "debts 2026-10-15: account a-lotus owes CNY 1.50 (wallet)",
                        "INSERT INTO owed_bill VALUES ('a-lotus', 'CNY', 'wallet', DATE '2026-10-15', 1.50)",
                "holds 2026-10-14 ws-9: held for no_binding",
                        "DELETE FROM acknowledged_cell WHERE workspace_id = 'ws-9'",
                "holds 2026-10-13 ws-1: held for late_window",
                        "INSERT INTO late_day VALUES ('ws-1', DATE '2026-10-13', 'late', 1)",
                "deliveries 2026-10-14: its files are not delivered",
                        "INSERT INTO delivery_due VALUES ('2026-10-14', 'ws-1')",
                "deliveries 2026-10: its files", "INSERT INTO delivery_due VALUES ('2026-10', 'ws-1')",
                "runs 2026-12-01: a run of nightly did not finish",
                        "INSERT INTO run VALUES (900, 'nightly', '2026-12-01', '', DATE '2026-12-01', 1, NULL, FALSE, FALSE, NULL)",
                "pending 2026-10-15 ws-3: it is to be rated again",
                        "INSERT INTO unusual_task VALUES ('ws-3', DATE '2026-10-15')",
                "unchecked 2026-10-15 ws-3: no reconciliation has passed", "UPDATE gate_passed SET run_id = 0"));
        for (Map.Entry<String, String> reason : statements.entrySet()) {
            RetryTest.execute(place, reason.getValue());
        }
        Map<String, List<String>> untouched = TableRows.of(place);
        for (String[] more : new String[][] {{}, {"--yes"}}) {
            assertThat(answer(4, PurgeStory.purge(place, more))).contains(statements.keySet());
        }
        assertThat(answer(4, PurgeStory.purge(place, "--yes", "--set", "billing.metering.late-window-days=63")))
                .contains("window 2026-10: details from 2026-10-30 on stay");
        assertThat(answer(
                        1,
                        place.billing(
                                "purge",
                                "--before",
                                "2026-11",
                                "--yes",
                                "--set",
                                "billing.archive=" + place.out().resolve("archive"))))
                .contains("apart from the delivered files");
        assertThat(answer(
                        1,
                        place.billing(
                                "purge",
                                "--before",
                                "2026-11",
                                "--set",
                                "billing.archive=" + place.traffic().resolve("archive"))))
                .contains("apart from the traffic logs");
        assertThat(TableRows.of(place)).isEqualTo(untouched);
        assertThat(PurgeStory.archive(place)).doesNotExist();
    }

    /** The first purge ends after its file was written and a few workspace-days were deleted. */
    @Tag("long")
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aPurgeThatWasCutOffIsRepeated(Databases database) throws Exception {
        Workplace place = place("cut", database);
        PurgeStory.run(place);
        PurgeStory.acknowledge(place);
        Map<String, String> explained = explanations(place);
        RetryTest.execute(place, "ALTER TABLE purged_day ADD CONSTRAINT trap CHECK (workspace_id <> 'ws-4')");
        assertThat(answer(5, PurgeStory.purge(place, "--yes"))).containsIgnoringCase("trap");
        RetryTest.execute(place, "ALTER TABLE purged_day DROP CONSTRAINT trap");
        assertThat(RetryTest.rows(place, "SELECT COUNT(*) FROM purged_day").get(0))
                .isNotIn("0", "28");
        assertThat(explanations(place)).isEqualTo(explained);
        answer(0, PurgeStory.purge(place, "--yes"));
        assertThat(RetryTest.rows(place, "SELECT COUNT(*) FROM purged_day")).containsExactly("28");
        answer(0, verify(place));
        assertThat(explanations(place)).isEqualTo(explained);
    }

    private static void rerun(Workplace place, String workspace, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "rerun",
                "--day",
                PurgeStory.FIRST,
                "--workspace",
                workspace,
                "--posted-day",
                PurgeStory.LAST,
                "--set",
                PurgeStory.archiveSetting(place)));
        words.addAll(List.of(more));
        Workplace.Answer answer = place.billing(PurgeStory.words(words.toArray(String[]::new)));
        assertThat(answer.status()).as(answer.text()).isIn(0, 2);
    }

    /** Rows of the tables of money and of the day, and every delivered byte. */
    private static void isTheSame(Workplace purged, Workplace kept) throws Exception {
        Map<String, List<String>> one = TableRows.of(purged);
        Map<String, List<String>> other = TableRows.of(kept);
        for (String table : List.of(
                "posting",
                "ledger_entry",
                "line_payment",
                "bill_payment",
                "wallet",
                "wallet_balance",
                "owed_bill",
                "marketplace_record",
                "account_day",
                "raised_alert",
                "invoice",
                "invoice_line",
                "late_day",
                "usage_day",
                "delivered_file")) {
            assertThat(one.get(table)).as(table).isEqualTo(other.get(table));
        }
        for (String table : DETAILS) {
            assertThat(ofDay(one.get(table))).as(table).isEqualTo(ofDay(other.get(table)));
        }
        assertThat(purged.delivered()).usingRecursiveComparison().isEqualTo(kept.delivered());
    }

    private static List<String> ofDay(List<String> rows) {
        return rows.stream()
                .filter(row -> row.contains("billing_day=" + PurgeStory.FIRST))
                .toList();
    }

    /** Returns the explanations of every posting, workspace-day and invoice, and the difference of two revisions. */
    static Map<String, String> explanations(Workplace place) throws Exception {
        Map<String, String> explanations = new TreeMap<>();
        List<String> ids = new ArrayList<>(RetryTest.rows(place, """
                SELECT MIN(posting_id) FROM posting WHERE billing_day < DATE '2026-11-01'
                GROUP BY workspace_id"""));
        ids.addAll(RetryTest.rows(place, "SELECT invoice_number FROM invoice"));
        for (int workspace = 0; workspace < 14; workspace++) {
            ids.add("ws-" + workspace + (workspace % 2 == 0 ? "/2026-10-14" : "/2026-10-15"));
        }
        for (String id : ids) {
            explanations.put(id, answer(0, explain(place, id)));
        }
        explanations.put(
                "diff",
                answer(
                        0,
                        place.billing(withArchive(place, List.of("diff", "ws-1/2026-10-14@1", "ws-1/2026-10-14@2")))));
        return explanations;
    }

    private static Workplace.Answer explain(Workplace place, String id) {
        return place.billing(withArchive(place, List.of("explain", id)));
    }

    /** Returns the line with the number of digests that were compared. */
    private static String digestsOf(String verified) {
        return verified.lines()
                .filter(line -> line.contains("evidence"))
                .findFirst()
                .orElse("");
    }

    private static String coverage(Workplace place) {
        return place.billing(withArchive(place, List.of("coverage", "--from", "2026-10-13", "--to", "2026-10-16")))
                .text();
    }

    private static Workplace.Answer verify(Workplace place) {
        return place.billing(withArchive(place, List.of("verify")));
    }

    private static String[] night(Workplace place, String... settings) {
        List<String> words = new ArrayList<>(List.of("nightly", "--day", PurgeStory.LAST, "--no-catch-up"));
        for (String setting : settings) {
            words.addAll(List.of("--set", setting));
        }
        return PurgeStory.words(withArchive(place, words));
    }

    private static String[] withArchive(Workplace place, List<String> words) {
        return Stream.concat(words.stream(), Stream.of("--set", PurgeStory.archiveSetting(place)))
                .toArray(String[]::new);
    }

    private Workplace place(String name, Databases database) throws Exception {
        Path root = Files.createDirectories(folder.resolve(name));
        return new Workplace(root, database.address(root));
    }

    private static String answer(int status, Workplace.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }
}
