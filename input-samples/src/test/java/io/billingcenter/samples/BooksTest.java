package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The round trip of a clerk with the files of a closed month: the workbook shows the delivered rows, the journal balances and
 * equals invoices and ledger, and fapiao are requested and come back. The figures are those of the scenario's README.
 */
class BooksTest {

    private static final String ALL_SHEETS =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
    private static final String FORMATS = "billing.accounting.formats=csv,hledger,kingdee-k3,kingdee-kis,xero";
    private static final String GOODS = "billing.fapiao.goods-code=3040201010000000000";

    @TempDir
    private Path folder;

    @Test
    void theBooksOfAMonth() throws Exception {
        Workplace place = new Workplace(folder, Databases.HSQLDB.address(folder));
        Scenario settlement = Scenario.in(Workplace.HOME.resolve("input-samples")).stream()
                .filter(scenario -> scenario.name().equals("settlement"))
                .findFirst()
                .orElseThrow();
        settlement.deliver(place);
        journalHasTheFiguresOfTheReadme(place);
        workbookShowsTheDeliveredRows(place);
        fapiaoAreRequestedAndComeBack(place);
        aKeyWithoutAnAccountRefusesTheJournalOnly(place);
        assertThat(place.billing("verify").status()).isZero();
    }

    private void journalHasTheFiguresOfTheReadme(Workplace place) throws Exception {
        Workplace.Answer answer = place.billing("documents", "--month", "2026-10", "--set", FORMATS);
        assertThat(answer.status()).as(answer.text()).isZero();
        Path journal = newest(place, "journal");
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, BigDecimal> documents = new TreeMap<>();
        for (NamedCsvRecord line : named(journal.resolve("journal.csv"))) {
            BigDecimal amount = number(line.getField("debit")).subtract(number(line.getField("credit")));
            sums.merge(line.getField("account_code"), amount, BigDecimal::add);
            documents.merge(line.getField("document"), amount, BigDecimal::add);
        }
        assertThat(documents.values()).isNotEmpty().allMatch(sum -> sum.signum() == 0);
        // Bank: cards 200, recharges 70. What is left: cards 87, cash 50, 2 owed, 7 by the cloud account.
        assertThat(sums)
                .containsEntry("1002", new BigDecimal("270.00"))
                .containsEntry("220401", new BigDecimal("-87.00"))
                .containsEntry("220402", new BigDecimal("-50.00"))
                .containsEntry("112201", new BigDecimal("2.00"))
                .containsEntry("112213", new BigDecimal("7.00"))
                .containsEntry("600190", new BigDecimal("25.00"))
                .containsEntry("630101", new BigDecimal("-80.00"));
        BigDecimal revenue = sums.entrySet().stream()
                .filter(sum -> sum.getKey().startsWith("6001") && !sum.getKey().equals("600190"))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(revenue)
                .isEqualTo("-87.00")
                .isEqualTo(invoiced(place).negate().toPlainString());
        assertThat(RetryTest.rows(
                        place, "SELECT -SUM(amount) FROM ledger_entry WHERE side IN ('prepaid_card', 'cash')"))
                .containsExactly("-137.00");
        if (isInstalled("hledger")) {
            assertThat(run(journal, "hledger", "check", "--strict", "-f", "journal.hledger"))
                    .isZero();
        }
        assertThat(journal.resolve("kingdee-k3.xlsx")).isNotEmptyFile();
        assertThat(named(journal.resolve("xero-invoices.csv")).stream()
                        .map(line -> number(line.getField("*UnitAmount")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo("87.00");
        String repeated = place.billing("documents", "--month", "2026-10", "--set", FORMATS)
                .text();
        assertThat(newest(place, "journal")).as(repeated).isEqualTo(journal);
    }

    private static void workbookShowsTheDeliveredRows(Workplace place) throws Exception {
        Path workbook = newest(place, "workbook").resolve("2026-10.xlsx");
        assertThat(workbook).isNotEmptyFile();
        if (!isInstalled("soffice")) {
            return;
        }
        Path shown = Files.createDirectories(place.root().resolve("shown"));
        assertThat(run(
                        shown,
                        "soffice",
                        "-env:UserInstallation=" + shown.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        ALL_SHEETS,
                        workbook.toString()))
                .isZero();
        for (Map.Entry<String, String> sheet :
                Map.of("invoices", "invoices", "invoice lines", "invoice-lines").entrySet()) {
            assertThat(cells(shown.resolve("2026-10-" + sheet.getKey() + ".csv")))
                    .as(sheet.getKey())
                    .isEqualTo(cells(newest(place, "").resolve(sheet.getValue() + ".csv")));
        }
        for (String name : List.of("settlement", "usage")) {
            List<List<String>> expected = new ArrayList<>();
            for (int day = 15; day <= 19; day++) {
                List<List<String>> ofDay =
                        cells(newest(place.out().resolve("2026-10-" + day)).resolve(name + ".csv"));
                expected.addAll(expected.isEmpty() ? ofDay : ofDay.subList(1, ofDay.size()));
            }
            assertThat(cells(shown.resolve("2026-10-" + name + ".csv")))
                    .as(name)
                    .isEqualTo(expected);
        }
    }

    private static void fapiaoAreRequestedAndComeBack(Workplace place) throws Exception {
        assertThat(place.out().resolve("2026-10/fapiao")).doesNotExist();
        Workplace.Answer requested = place.billing("documents", "--month", "2026-10", "--set", GOODS);
        assertThat(requested.status()).as(requested.text()).isZero();
        assertThat(RetryTest.rows(place, "SELECT invoice_number, amount FROM fapiao_request ORDER BY invoice_number"))
                .containsExactly("INV-2026-000002 20.00", "INV-2026-000003 200.00");
        assertThat(states(place)).containsExactly("20.00 REQUESTED ", "200.00 REQUESTED ");
        Files.writeString(
                place.reference().resolve("fapiao_results.csv"),
                "request_id,fapiao_number,issued,state,red_of\nINV-2026-000003,26312,2026-11-05,ISSUED,\n"
                        + "INV-2026-000002,,,FAILED,\n");
        assertThat(place.billing("import").status()).isZero();
        assertThat(place.billing("documents", "--month", "2026-10", "--set", GOODS)
                        .status())
                .isZero();
        assertThat(states(place)).containsExactly("20.00 FAILED ", "200.00 ISSUED 26312");
        assertThat(newest(place, "fapiao")).hasFileName("r2");
    }

    private static void aKeyWithoutAnAccountRefusesTheJournalOnly(Workplace place) throws Exception {
        Path chart = Files.writeString(
                place.root().resolve("chart.csv"), "key,account_code,account_name,tax_code\ncard,2204,Cards,\n");
        Path journal = newest(place, "journal");
        Workplace.Answer answer =
                place.billing("documents", "--month", "2026-10", "--set", "billing.accounting.chart=" + chart);

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.text()).contains("key receivable.aws").contains("workbook");
        assertThat(newest(place, "journal")).isEqualTo(journal);
    }

    private static List<String> states(Workplace place) throws IOException {
        return named(newest(place, "fapiao").resolve("fapiao-states.csv")).stream()
                .map(line ->
                        line.getField("amount") + " " + line.getField("state") + " " + line.getField("fapiao_number"))
                .toList();
    }

    private static BigDecimal invoiced(Workplace place) throws IOException {
        return named(newest(place, "").resolve("invoices.csv")).stream()
                .map(line -> number(line.getField("total")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Path newest(Workplace place, String set) throws IOException {
        return newest(place.out().resolve("2026-10").resolve(set));
    }

    private static Path newest(Path folder) throws IOException {
        try (Stream<Path> revisions = Files.list(folder)) {
            return revisions
                    .filter(path -> path.getFileName().toString().matches("r[0-9]"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private static List<NamedCsvRecord> named(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private static List<List<String>> cells(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream().map(CsvRecord::getFields).toList();
        }
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static int run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("printed.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
