package io.billingcenter.writers.files.delivery;

import static io.billingcenter.writers.files.delivery.TestRows.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveryResult;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class PeriodDeliveryTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final BillingDay DATE = BillingDay.parse("2026-11-21");
    private static final int FILES = TestRows.empty().files(TestRows.DAY).size();

    @TempDir
    Path out;

    private JdbcTemplate jdbc;
    private PeriodFolder folder;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
        folder = PeriodFolder.of(out);
    }

    @Test
    void aDayIsDeliveredByteForByte() throws IOException {
        deliver(TestRows.ofBill("2.40"));

        assertThat(folder.text("r1/usage.csv"))
                .isEqualTo("billing_day,workspace_id,meter,retention_days,quantity,unit,revision\r\n"
                        + "2026-11-21,ws-1,log,14,2000000,1000000,1\r\n"
                        + "2026-11-21,ws-1,sms,,3,10,2\r\n");
        assertThat(folder.text("r1/bill-lines.csv"))
                .isEqualTo("posted_day,billing_day,account_id,workspace_id,meter,retention_days,kind,quantity,unit,"
                        + "unit_price,currency,amount,price_version,posting_id\r\n"
                        + "2026-11-21,2026-11-21,acct-1,ws-1,log,14,usage,2000000,1000000,1.2,CNY,2.40,2024-11-06,"
                        + "p-acct-1\r\n");
        assertThat(folder.text("r1/settlement.csv"))
                .isEqualTo("posted_day,account_id,settlement,currency,total,voucher,prepaid_card,cash,cloud,owed\r\n"
                        + "2026-11-21,acct-1,wallet,CNY,2.40,0.00,0.00,0.00,0.00,2.40\r\n");
        assertThat(folder.text("r1/holds.csv"))
                .isEqualTo("billing_day,workspace_id,reason,meter,retention_days,quantity,detail\r\n");
        assertThat(folder.text("r1/.done")).isEmpty();
    }

    @Test
    void theManifestSaysWhatIsInTheFiles() throws IOException {
        deliver(TestRows.ofBill("2.40"));
        String manifest = folder.text("r1/manifest.json");

        assertThat(manifest)
                .startsWith("""
                        {
                          "manifestVersion" : 1,
                          "period" : "2026-11-21",
                          "zone" : "Asia/Shanghai",
                          "revision" : 1,
                          "supersedes" : null,
                          "complete" : true,
                          "inputDigest" : "1234abcd",
                          "contentDigest" : "%s",
                          "files" : [
                            {
                              "path" : "usage.csv",
                              "schema" : "usage/1",
                              "profile" : "machine",
                              "encoding" : "UTF-8",
                              "bom" : false,
                              "lineEnd" : "CRLF",
                              "textGuard" : "none",
                              "rows" : 2,
                              "bytes" : %d,
                              "sha256" : "%s",
                              "control" : [ ],
                              "firstKey" : [
                                "2026-11-21",
                                "ws-1",
                                "log",
                                "14"
                              ],
                              "lastKey" : [
                                "2026-11-21",
                                "ws-1",
                                "sms",
                                ""
                              ]
                            },
                        """.formatted(contentDigest(), folder.bytes("r1/usage.csv"), folder.sha256("r1/usage.csv")))
                .endsWith("""
                          ],
                          "totals" : [
                            {
                              "currency" : "CNY",
                              "amount" : "2.40",
                              "database" : "2.40"
                            }
                          ]
                        }
                        """)
                .contains("""
                              "control" : [
                                {
                                  "column" : "amount",
                                  "currency" : "CNY",
                                  "sum" : "2.40"
                                }
                              ],
                        """);
    }

    @Test
    void theResultSaysWhatWasDone() throws IOException {
        assertThat(deliver(TestRows.ofBill("2.40")))
                .isEqualTo(new DeliveryResult(
                        DAY,
                        1,
                        true,
                        out.resolve("2026-11-21").resolve("r1"),
                        Map.of(
                                DeliveredFile.USAGE, 2L,
                                DeliveredFile.BILL_LINES, 1L,
                                DeliveredFile.SETTLEMENT, 1L,
                                DeliveredFile.HOLDS, 0L,
                                DeliveredFile.NOTICES, 0L,
                                DeliveredFile.FREE_USAGE, 0L,
                                DeliveredFile.ALERTS, 0L,
                                DeliveredFile.BILL_DETAILS, 1L),
                        TestRows.ofBill("2.40").postedTotals(DAY)));
    }

    @Test
    void everyFileIsRecorded() throws IOException {
        deliver(TestRows.ofBill("2.40"));

        assertThat(PeriodFolder.recorded(jdbc))
                .containsExactly(
                        recorded(1, "alerts", 0),
                        recorded(1, "bill-details", 1),
                        recorded(1, "bill-lines", 1),
                        recorded(1, "free-usage", 0),
                        recorded(1, "holds", 0),
                        recorded(1, "notices", 0),
                        recorded(1, "settlement", 1),
                        recorded(1, "usage", 2));
    }

    @Test
    void aPeriodWithoutRowsIsDeliveredToo() throws IOException {
        assertThat(deliver(TestRows.empty()).isNew()).isTrue();
        assertThat(folder.files())
                .containsOnlyKeys(
                        "r1/.done",
                        "r1/alerts.csv",
                        "r1/bill-details.csv",
                        "r1/bill-lines.csv",
                        "r1/free-usage.csv",
                        "r1/holds.csv",
                        "r1/manifest.json",
                        "r1/notices.csv",
                        "r1/settlement.csv",
                        "r1/usage.csv");
        assertThat(folder.text("r1/manifest.json")).contains("\"firstKey\" : [ ]", "\"totals\" : [ ]");
    }

    @Test
    void aBillLineThatDoesNotAddUpIsNotDelivered() {
        TestRows rows = TestRows.empty().addDetail(TestRows.yuan("2.40"), TestRows.yuan("2.39"));
        assertThatExceptionOfType(UnbalancedDeliveryException.class)
                .isThrownBy(() -> deliver(rows))
                .withMessageStartingWith("Expected billingResult to be deductionAmount + oweAmount in every row of"
                        + " bill-details, found [2026-11-21, dataFlux,")
                .withMessageEndingWith("; nothing was published. Settle the bills of 2026-11-21 again, then repeat");
    }

    @Test
    void unchangedContentIsNotDeliveredAgain() throws IOException {
        deliver(TestRows.ofBill("2.40"));
        Map<String, String> before = folder.files();
        DeliveryResult again = deliver(TestRows.ofBill("2.40"));

        assertThat(again.isNew()).isFalse();
        assertThat(again.revision()).isEqualTo(1);
        assertThat(folder.files()).isEqualTo(before);
        assertThat(folder.children()).containsExactly("r1");
        assertThat(PeriodFolder.recorded(jdbc)).hasSize(FILES);
    }

    @Test
    void changedContentIsARevisionBesideTheOldOne() throws IOException {
        deliver(TestRows.ofBill("2.40"));
        Map<String, String> before = folder.files();
        DeliveryResult changed = deliver(TestRows.ofBill("2.41"));

        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.isNew()).isTrue();
        assertThat(folder.files()).containsAllEntriesOf(before);
        assertThat(folder.text("r2/manifest.json")).contains("\"supersedes\" : 1");
        assertThat(PeriodFolder.recorded(jdbc)).hasSize(2 * FILES);
    }

    @Test
    void contentThatIsChangedBackIsARevisionOfItsOwn() throws IOException {
        deliver(TestRows.ofBill("2.40"));
        deliver(TestRows.ofBill("2.41"));

        assertThat(deliver(TestRows.ofBill("2.40")).revision()).isEqualTo(3);
        assertThat(folder.text("r3/usage.csv")).isEqualTo(folder.text("r1/usage.csv"));
    }

    @Test
    void anotherFolderGetsTheSameRevisionWithTheSameBytes(@TempDir Path other) throws IOException {
        deliver(TestRows.ofBill("2.40"));
        deliver(TestRows.ofBill("2.41"));
        DeliveryResult there = deliver(TestRows.ofBill("2.41"), other);

        assertThat(there.revision()).isEqualTo(2);
        assertThat(there.isNew()).isFalse();
        assertThat(PeriodFolder.of(other).children()).containsExactly("r2");
        assertThat(folder.files()).containsAllEntriesOf(PeriodFolder.of(other).files());
        assertThat(PeriodFolder.recorded(jdbc)).hasSize(2 * FILES);
    }

    @Test
    void changedContentInAnotherFolderGoesOnCounting(@TempDir Path other) throws IOException {
        deliver(TestRows.ofBill("2.40"));
        deliver(TestRows.ofBill("2.41"), other);

        assertThat(PeriodFolder.of(other).children()).containsExactly("r2");
        assertThat(deliver(TestRows.ofBill("2.42")).revision()).isEqualTo(3);
        assertThat(folder.children()).containsExactly("r1", "r3");
    }

    @Test
    void aSetThatTheDatabaseDoesNotKnowIsRecordedAndNotRepeated() throws IOException {
        deliver(TestRows.ofBill("2.40"));
        forgetDeliveries();
        DeliveryResult again = deliver(TestRows.ofBill("2.40"));

        assertThat(again.revision()).isEqualTo(1);
        assertThat(again.isNew()).isTrue();
        assertThat(folder.children()).containsExactly("r1");
        assertThat(PeriodFolder.recorded(jdbc)).hasSize(FILES).contains(recorded(1, "usage", 2));
    }

    @Test
    void aNumberOnDiskIsNotUsedForOtherContent() throws IOException {
        deliver(TestRows.ofBill("2.40"));
        forgetDeliveries();

        assertThat(deliver(TestRows.ofBill("2.41")).revision()).isEqualTo(2);
    }

    @Test
    void skipsANumberThatHasOtherContentInTheDatabase(@TempDir Path other) throws IOException {
        deliver(TestRows.ofBill("2.40"), other);
        forgetDeliveries();
        deliver(TestRows.ofBill("2.41"));

        assertThat(deliver(TestRows.ofBill("2.40"), other).revision()).isEqualTo(2);
        assertThat(PeriodFolder.of(other).children()).containsExactly("r1", "r2");
    }

    @Test
    void aFolderThatIsNoCompleteDeliveryIsNotTouched() throws IOException {
        deliver(TestRows.ofBill("2.40"));
        Files.delete(out.resolve("2026-11-21/r1/.done"));
        Map<String, String> before = folder.files();

        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> deliver(TestRows.ofBill("2.40")))
                .withMessageContaining("r1, found one that is no complete delivery; look at it and move it away");
        assertThat(folder.files()).isEqualTo(before);
    }

    @Test
    void leftoversOfACrashAreRemovedAndNothingElse() throws IOException {
        Path period = Files.createDirectories(out.resolve("2026-11-21/.r7.part/excel"));
        Files.writeString(period.resolve("usage.csv.part"), "half a l");
        Files.createDirectories(out.resolve("2026-11-21/notes"));
        deliver(TestRows.ofBill("2.40"));

        assertThat(folder.children()).containsExactly("notes", "r1");
    }

    @Test
    void theSameContentGivesTheSameBytesWhereverAndWheneverItIsMade(@TempDir Path other) throws IOException {
        deliver(TestRows.ofBill("2.40"), out, true, 1);
        forgetDeliveries();
        deliver(TestRows.ofBill("2.40"), other, true, 1);

        assertThat(PeriodFolder.of(other).files()).isEqualTo(folder.files());
    }

    @Test
    void spreadsheetFilesLieBesideThoseForProgramsAndAreSplit() throws IOException {
        TestRows rows = TestRows.ofBill("2.40")
                .add(DeliveredFile.USAGE, DATE, "ws-2", "log", 14L, BigDecimal.TEN, 1_000_000L, 1L)
                .add(DeliveredFile.HOLDS, DATE, "ws-2", "no_price", "log", 14L, new BigDecimal("-1.50"), "=1+1")
                .add(DeliveredFile.HOLDS, DATE, "ws-3", "no_binding", null, null, null, null);
        deliver(rows, out, true, 2);

        String header = "\uFEFFbilling_day,workspace_id,meter,retention_days,quantity,unit,revision\r\n";
        assertThat(folder.text("r1/excel/usage.csv"))
                .isEqualTo(header + "2026-11-21,ws-1,log,14,2000000,1000000,1\r\n2026-11-21,ws-1,sms,,3,10,2\r\n");
        assertThat(folder.text("r1/excel/usage-2.csv")).isEqualTo(header + "2026-11-21,ws-2,log,14,10,1000000,1\r\n");
        assertThat(folder.text("r1/excel/holds.csv")).contains(",log,14,-1.5,'=1+1\r\n");
        assertThat(folder.text("r1/holds.csv")).contains(",log,14,-1.5,=1+1\r\n");
        assertThat(folder.files()).doesNotContainKeys("r1/excel/holds-2.csv", "r1/usage-2.csv");
        assertThat(folder.text("r1/manifest.json"))
                .contains("\"path\" : \"excel/usage-2.csv\"", "\"textGuard\" : \"apostrophe\"", "\"bom\" : true");
        assertThat(PeriodFolder.recorded(jdbc)).hasSize(2 * FILES + 1);
    }

    @Test
    void spreadsheetFilesMakeNoRevision() throws IOException {
        deliver(TestRows.ofBill("2.40"));

        assertThat(deliver(TestRows.ofBill("2.40"), out, true, 2).isNew()).isFalse();
    }

    @Test
    void aTotalThatTheDatabaseDoesNotConfirmStopsTheDelivery() throws IOException {
        TestRows rows = TestRows.ofBill("2.40").post(Money.of(USD, new BigDecimal("1.00")));

        assertThatExceptionOfType(UnbalancedDeliveryException.class)
                .isThrownBy(() -> deliver(rows))
                .withMessage("Expected the total [CNY 2.40, USD 1.00] in the file bill-lines of 2026-11-21, as the"
                        + " postings of the database add up to, found [CNY 2.40]; nothing was published."
                        + " Reconcile the period, then repeat");
        assertNothingDelivered();
    }

    @Test
    void rowsThatTheDatabaseDoesNotCountStopTheDelivery() throws IOException {
        TestRows rows = TestRows.empty().add(DeliveredFile.USAGE, DATE, "w", "log", 14L, BigDecimal.ONE, 1L, 1L);
        Path path = out.resolve("2026-11-21/.r1.part/usage.csv");

        assertThatExceptionOfType(UnbalancedDeliveryException.class)
                .isThrownBy(() -> new PeriodDelivery(jdbc, new OneRowMore(rows), settings(out, false)).deliver(DAY))
                .withMessageStartingWith("Expected 2 rows in the file usage of 2026-11-21")
                .withMessageContaining("found 1 rows");
        assertThat(path).doesNotExist();
        assertNothingDelivered();
    }

    @Test
    void rowsInTheOrderOfACollationStopTheDelivery() throws IOException {
        TestRows rows = TestRows.empty()
                .add(DeliveredFile.USAGE, DATE, "ws-b", "log", 14L, BigDecimal.ONE, 1L, 1L)
                .add(DeliveredFile.USAGE, DATE, "ws-B", "log", 14L, BigDecimal.ONE, 1L, 1L);

        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> deliver(rows))
                .withMessageContaining("Expected the rows of usage sorted by its key columns")
                .withMessageContaining("ws-B");
        assertNothingDelivered();
    }

    private void assertNothingDelivered() throws IOException {
        assertThat(folder.children()).isEmpty();
        assertThat(PeriodFolder.recorded(jdbc)).isEmpty();
    }

    private DeliveryResult deliver(TestRows rows) {
        return deliver(rows, out);
    }

    private DeliveryResult deliver(TestRows rows, Path folder) {
        return new PeriodDelivery(jdbc, rows, settings(folder, false)).deliver(DAY);
    }

    private DeliveryResult deliver(TestRows rows, Path folder, boolean excel, long excelRowsPerFile) {
        return new PeriodDelivery(jdbc, rows, settings(folder, excel), new DeliveryDisk(), excelRowsPerFile)
                .deliver(DAY);
    }

    private static DeliverySettings settings(Path folder, boolean excel) {
        return new DeliverySettings(folder, ZoneId.of("Asia/Shanghai"), excel);
    }

    private void forgetDeliveries() {
        jdbc.update("DELETE FROM delivered_file");
        jdbc.update("DELETE FROM delivery");
    }

    private String recorded(int revision, String file, int rows) throws IOException {
        String path = "r" + revision + "/" + file + ".csv";
        return String.join(
                " ",
                "2026-11-21",
                "r" + revision,
                file + ".csv",
                file + "/1",
                Integer.toString(rows),
                Long.toString(folder.bytes(path)),
                folder.sha256(path));
    }

    private String contentDigest() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : TestRows.empty().files(TestRows.DAY).stream()
                .map(file -> file.fileName() + ".csv")
                .sorted()
                .toList()) {
            lines.append(folder.sha256("r1/" + file)).append("  ").append(file).append('\n');
        }
        return Digests.sha256(lines.toString());
    }
}
