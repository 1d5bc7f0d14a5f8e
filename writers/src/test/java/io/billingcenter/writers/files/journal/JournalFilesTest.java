package io.billingcenter.writers.files.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.journal.BilledDocument;
import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.journal.JournalEntries;
import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalFormat;
import io.billingcenter.domain.journal.JournalKey;
import io.billingcenter.domain.journal.JournalSource;
import io.billingcenter.domain.journal.JournalTotals;
import io.billingcenter.domain.journal.Movement;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.files.delivery.DeliverySettings;
import io.billingcenter.writers.files.delivery.SetDelivery;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** All spellings of a journal have the same amounts, and the layouts that the accounting programs document. */
class JournalFilesTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-10");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");

    private static final Map<String, String> CODES = Map.of(
            "bank", "1000",
            "card", "1003",
            "receivable.wallet", "1010",
            "revenue.log", "1017",
            "revenue.rum_pv", "1026",
            "voucher", "1035");

    @TempDir
    private Path out;

    private JdbcTemplate jdbc;

    @BeforeEach
    void open() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void theLayoutsAreTheDocumentedOnes() throws IOException {
        assertThat(JournalCsv.COLUMNS).isEqualTo(documented("journal", "line"));
        assertThat(KingdeeColumns.K3).isEqualTo(documented("kingdee-k3-voucher", "sheet"));
        assertThat(KingdeeColumns.KIS).isEqualTo(documented("kingdee-kis-voucher", "csv"));
        assertThat(XeroFile.COLUMNS).isEqualTo(documented("xero-sales-invoice", "csv"));
        assertThat(DatevFile.COLUMNS).isEqualTo(documented("datev-buchungsstapel", "rows"));
        assertThat(documented("datev-buchungsstapel", "header row 1")).hasSize(22);
    }

    @Test
    void anInvoiceIsWrittenInEveryFormat() throws IOException {
        Path folder = deliver(List.of(invoice(), card()), chart());

        assertThat(folder.resolve("journal.csv")).hasContent("""
                schema_line,posting_date,document,line,account_code,account_name,debit,credit,currency,counterparty,counterparty_name,workspace_id,meter,billing_month,tax_code,text,source
                1,2026-11-03,INV-2026-000017,1,1003,card,3.50,,CNY,acct-42,"Blue, Ltd",,,2026-10,T,invoice,INV-2026-000017
                2,2026-11-03,INV-2026-000017,2,1010,receivable.wallet,2.55,,CNY,acct-42,"Blue, Ltd",,,2026-10,T,invoice,INV-2026-000017
                3,2026-11-03,INV-2026-000017,3,1035,voucher,0.58,,CNY,acct-42,"Blue, Ltd",,,2026-10,T,invoice,INV-2026-000017
                4,2026-11-03,INV-2026-000017,4,1017,revenue.log,,3.13,CNY,acct-42,"Blue, Ltd",ws-1,log,2026-10,T,"log 14 days, ws-1",INV-2026-000017
                5,2026-11-03,INV-2026-000017,5,1026,revenue.rum_pv,,3.50,CNY,acct-42,"Blue, Ltd",ws-1,rum_pv,2026-10,T,"rum_pv 7 days, ws-1",INV-2026-000017
                6,2026-10-05,purchase:card-1,1,1000,bank,1000.00,,CNY,acct-42,"Blue, Ltd",,,2026-10,T,card bought,purchase:card-1
                7,2026-10-05,purchase:card-1,2,1003,card,,1000.00,CNY,acct-42,"Blue, Ltd",,,2026-10,T,card bought,purchase:card-1
                """);
        assertThat(Files.readString(folder.resolve("journal.hledger")))
                .startsWith("commodity CNY 1000.00\naccount assets:bank  ; code:1000\n")
                .endsWith("""

                2026-11-03 (INV-2026-000017) invoice  ; account:acct-42, month:2026-10
                    liabilities:prepaid card          CNY 3.50
                    assets:receivable:wallet          CNY 2.55
                    expenses:voucher                  CNY 0.58
                    revenue:log                       CNY -3.13
                    revenue:rum_pv                    CNY -3.50

                2026-10-05 (purchase:card-1) card bought  ; account:acct-42, month:2026-10
                    assets:bank                       CNY 1000.00
                    liabilities:prepaid card          CNY -1000.00
                """);
        assertThat(Files.readString(folder.resolve("xero-invoices.csv")).lines().skip(1))
                .containsExactly(
                        "\"Blue, Ltd\",,,,,,,,,,INV-2026-000017,2026-10,03/11/2026,03/12/2026,,\"log 14 days, ws-1\",1,3.13,,1017,T,Workspace,ws-1,,,CNY,",
                        "\"Blue, Ltd\",,,,,,,,,,INV-2026-000017,2026-10,03/11/2026,03/12/2026,,\"rum_pv 7 days, ws-1\",1,3.50,,1026,T,Workspace,ws-1,,,CNY,");
        byte[] kis = Files.readAllBytes(folder.resolve("kingdee-kis.csv"));
        assertThat(kis).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(kis, 3, kis.length - 3, StandardCharsets.UTF_8)
                        .lines()
                        .skip(1))
                .startsWith("2026-11-03,记,1,0,invoice,1003,card,3.50,,\"客户---acct-42---Blue, Ltd\"")
                .endsWith("2026-10-05,记,1,0,card bought,1003,card,,1000.00,\"客户---acct-42---Blue, Ltd\"");
        assertThat(new String(
                                Files.readAllBytes(folder.resolve("EXTF_Buchungsstapel.csv")),
                                Charset.forName("windows-1252"))
                        .lines())
                .startsWith(
                        "\"EXTF\";700;21;\"Buchungsstapel\";13;20261103000000000;;;;;1001;7;20260101;4;20261001;20261103;\"Billing 2026-10\";;1;0;0;\"EUR\"")
                .contains("3,13;\"S\";\"CNY\";;;;1003;1017;;0311;\"INV-2026-000017\";;;\"log 14 days, ws-1\"")
                .anyMatch(line -> line.contains("\"Gegenkonto (ohne BU-Schlüssel)\""));
    }

    @Test
    void theSheetOfK3HasTypes() throws IOException {
        Path folder = deliver(List.of(invoice(), card()), chart());

        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("kingdee-k3.xlsx").toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(8);
            Row first = rows.get(1);
            assertThat(first.getCellAsDate(0).orElseThrow().toLocalDate()).isEqualTo("2026-11-03");
            assertThat(first.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("2026");
            assertThat(first.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("11");
            assertThat(first.getCellAsString(3)).contains("记");
            assertThat(first.getCellAsString(5)).contains("1003");
            assertThat(first.getCellAsString(7)).contains("RMB");
            assertThat(first.getCellAsString(8)).contains("人民币");
            assertThat(first.getCellAsNumber(10).orElseThrow()).isEqualByComparingTo("3.50");
            assertThat(first.getCellAsNumber(11).orElseThrow()).isEqualByComparingTo("0.00");
            assertThat(first.getCellAsString(33)).contains("客户---acct-42---Blue, Ltd");
            // The second voucher is the first of its own month.
            assertThat(rows.get(6).getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("1");
            assertThat(rows.get(6).getCellAsNumber(27).orElseThrow()).isEqualByComparingTo("1");
        }
    }

    @Test
    void allFormatsHaveTheSameSums() throws IOException {
        List<JournalEntry> entries = randomEntries(new Random(1608), 300);
        Path folder = deliver(entries, chart());

        Map<String, BigDecimal> expected = new TreeMap<>();
        Map<String, BigDecimal> revenue = new TreeMap<>();
        for (JournalEntry entry : entries) {
            entry.lines().forEach(line -> {
                String key = chart().account(line.key()).code() + ' ' + entry.currency();
                expected.merge(key, line.amount().amount(), BigDecimal::add);
                if (line.key().isRevenue()) {
                    revenue.merge(key, line.amount().amount().negate(), BigDecimal::add);
                }
            });
        }
        assertThat(sums(folder.resolve("journal.csv"), "account_code", "debit", "credit", "currency"))
                .isEqualTo(expected);
        assertThat(datevSums(folder.resolve("EXTF_Buchungsstapel.csv"))).isEqualTo(nonZero(expected));
        assertThat(k3Sums(folder.resolve("kingdee-k3.xlsx"))).isEqualTo(expected);
        assertThat(nonZero(sums(folder.resolve("xero-invoices.csv"), "*AccountCode", "*UnitAmount", null, "Currency")))
                .isEqualTo(nonZero(revenue));
        Map<String, BigDecimal> kis = new TreeMap<>();
        sums(folder.resolve("kingdee-kis.csv"), "科目代码", "借方金额", "贷方金额", null).forEach(kis::put);
        Map<String, BigDecimal> byCode = new TreeMap<>();
        expected.forEach((key, sum) -> byCode.merge(key.substring(0, key.indexOf(' ')), sum, BigDecimal::add));
        assertThat(kis).isEqualTo(byCode);
    }

    @Test
    void hledgerAcceptsTheJournalAndNoOtherOne() throws Exception {
        assumeThat(isInstalled("hledger")).as("hledger is installed").isTrue();
        Path journal = deliver(randomEntries(new Random(3), 200), chart()).resolve("journal.hledger");

        assertThat(check(journal)).isEqualTo("0 ");
        String text = Files.readString(journal);
        int amount = text.lastIndexOf("CNY ");
        Path changed = Files.writeString(
                out.resolve("changed.hledger"), text.substring(0, amount) + "CNY 0.01" + text.substring(amount + 8));
        assertThat(check(changed)).startsWith("1 ");
    }

    @Test
    void aKeyWithoutAnAccountRefusesTheSet() {
        Chart incomplete = chart(key -> !key.equals(JournalKey.CARD));

        assertThatThrownBy(() -> deliver(List.of(invoice()), incomplete))
                .isInstanceOfSatisfying(
                        SetRefusedException.class,
                        e -> assertThat(e.isUnbalanced()).isFalse())
                .hasMessageContaining("key card");
    }

    @Test
    void aJournalThatDiffersFromTheTablesRefusesTheSet() {
        Entries source = new Entries(List.of(invoice()));
        source.missing = Money.of(CNY, new BigDecimal("0.01"));

        assertThatThrownBy(() -> deliver(source, chart(), EnumSet.of(JournalFormat.CSV)))
                .isInstanceOfSatisfying(
                        SetRefusedException.class,
                        e -> assertThat(e.isUnbalanced()).isTrue())
                .hasMessageContaining("card: expected CNY 3.51, found CNY 3.50");
        assertThat(out.resolve("2026-10/journal/r1")).doesNotExist();
    }

    @Test
    void aTextThatDatevCannotHaveIsNamed() {
        JournalEntry chinese = JournalEntries.of(new Movement(
                document("recharge:充值", JournalDocument.Kind.RECHARGE, "2026-10-01"),
                Map.of(LedgerAccount.CASH, cny("1.00"), LedgerAccount.BANK, cny("-1.00"))));

        assertThatThrownBy(() -> deliver(new Entries(List.of(chinese)), chart(), EnumSet.of(JournalFormat.DATEV)))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining("recharge:充值");
        Chart letters = new Chart(Map.of(
                JournalKey.CASH, new Chart.Account("C-1", "", ""), JournalKey.BANK, new Chart.Account("1200", "", "")));
        assertThatThrownBy(() -> deliver(new Entries(List.of(chinese)), letters, EnumSet.of(JournalFormat.DATEV)))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining("key cash")
                .hasMessageContaining("'C-1'");
    }

    private Path deliver(List<JournalEntry> entries, Chart chart) {
        return deliver(new Entries(entries), chart, EnumSet.allOf(JournalFormat.class));
    }

    private Path deliver(JournalSource source, Chart chart, Set<JournalFormat> formats) {
        return new SetDelivery(jdbc, new DeliverySettings(out, ZoneId.of("Asia/Shanghai"), false))
                .deliver(
                        DeliverySet.parse("2026-10/journal"),
                        new JournalFiles(MONTH, source, chart, formats, new DatevSettings(1001, 7, 4, "EUR")))
                .folder();
    }

    private static JournalEntry invoice() {
        return JournalEntries.of(new BilledDocument(
                document("INV-2026-000017", JournalDocument.Kind.INVOICE, "2026-11-03"),
                CNY,
                List.of(line(Meter.LOG, 14, "3.13"), line(Meter.RUM_PV, 7, "3.50")),
                Map.of(SettlementMethod.WALLET, cny("6.63")),
                Map.of(
                        SettlementMethod.WALLET,
                        new PaymentParts(cny("0.58"), cny("3.50"), cny("0.00"), cny("0.00"), cny("2.55")))));
    }

    private static JournalEntry card() {
        return JournalEntries.of(new Movement(
                document("purchase:card-1", JournalDocument.Kind.PURCHASE, "2026-10-05"),
                Map.of(LedgerAccount.PREPAID_CARD, cny("1000.00"), LedgerAccount.BANK, cny("-1000.00"))));
    }

    private static List<JournalEntry> randomEntries(Random random, int count) {
        SettlementMethod[] methods = {SettlementMethod.WALLET, SettlementMethod.AWS};
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Currency currency = random.nextInt(4) == 0 ? USD : CNY;
            List<InvoiceLine> lines = new ArrayList<>();
            Money total = Money.zero(currency);
            for (int line = 0; line <= random.nextInt(6); line++) {
                Meter meter = Meter.values()[random.nextInt(Meter.values().length)];
                Money amount = money(currency, random.nextInt(200_000) - 50_000);
                lines.add(new InvoiceLine(
                        new WorkspaceId("ws-" + line),
                        new MeterTier(meter, meter.tiers().get(0)),
                        PostingKind.USAGE,
                        BigDecimal.ONE,
                        amount));
                total = total.plus(amount);
            }
            SettlementMethod method = methods[random.nextInt(2)];
            Money voucher = money(currency, random.nextInt(10_000) - 2_000);
            Money card = money(currency, random.nextInt(10_000));
            Money cash = method.isVendor() ? Money.zero(currency) : money(currency, random.nextInt(10_000));
            Money rest = total.minus(voucher).minus(card).minus(cash);
            Money cloud = method.isVendor() ? rest : Money.zero(currency);
            entries.add(JournalEntries.of(new BilledDocument(
                    document("INV-2026-" + (100_000 + i), JournalDocument.Kind.INVOICE, "2026-11-03"),
                    currency,
                    lines,
                    Map.of(method, total),
                    Map.of(method, new PaymentParts(voucher, card, cash, cloud, rest.minus(cloud))))));
        }
        return entries.stream().filter(entry -> !entry.isEmpty()).toList();
    }

    private static JournalDocument document(String source, JournalDocument.Kind kind, String day) {
        BillingDay date = BillingDay.parse(day);
        return new JournalDocument(
                source, kind, date, date.plusDays(30), MONTH, new BillingAccountId("acct-42"), "Blue, Ltd");
    }

    private static InvoiceLine line(Meter meter, int days, String amount) {
        return new InvoiceLine(
                new WorkspaceId("ws-1"), new MeterTier(meter, days), PostingKind.USAGE, BigDecimal.TEN, cny(amount));
    }

    private static Money cny(String amount) {
        return Money.of(CNY, new BigDecimal(amount));
    }

    private static Money money(Currency currency, int cents) {
        return Money.of(currency, BigDecimal.valueOf(cents, 2));
    }

    private static Chart chart() {
        return chart(key -> true);
    }

    private static Chart chart(java.util.function.Predicate<JournalKey> mapped) {
        Map<JournalKey, Chart.Account> accounts = new HashMap<>();
        List<JournalKey> keys = JournalKey.all();
        for (int i = 0; i < keys.size(); i++) {
            if (mapped.test(keys.get(i))) {
                String code = CODES.getOrDefault(keys.get(i).value(), Integer.toString(2000 + i));
                accounts.put(keys.get(i), new Chart.Account(code, keys.get(i).value(), "T"));
            }
        }
        return new Chart(accounts);
    }

    private static List<String> documented(String format, String part) throws IOException {
        Path columns = Path.of("src/test/resources/accounting/columns.csv");
        List<String> names = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(columns)) {
            csv.forEach(record -> {
                if (record.getField("format").equals(format)
                        && record.getField("part").equals(part)) {
                    names.add(record.getField("column"));
                }
            });
        }
        return names;
    }

    private static Map<String, BigDecimal> sums(
            Path file,
            String account,
            String plus,
            @org.jspecify.annotations.Nullable String minus,
            @org.jspecify.annotations.Nullable String currency)
            throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            csv.forEach(record -> {
                BigDecimal amount = number(record.getField(plus))
                        .subtract(minus == null ? BigDecimal.ZERO : number(record.getField(minus)));
                String key = record.getField(account) + (currency == null ? "" : ' ' + record.getField(currency));
                sums.merge(key, amount, BigDecimal::add);
            });
        }
        return sums;
    }

    private static Map<String, BigDecimal> datevSums(Path file) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        List<String> lines = Files.readAllLines(file, Charset.forName("windows-1252"));
        for (String line : lines.subList(2, lines.size())) {
            String[] cells = line.split(";");
            BigDecimal amount = new BigDecimal(cells[0].replace(',', '.'));
            assertThat(amount).isPositive();
            String currency = cells[2].replace("\"", "");
            sums.merge(cells[6] + ' ' + currency, amount, BigDecimal::add);
            sums.merge(cells[7] + ' ' + currency, amount.negate(), BigDecimal::add);
        }
        return nonZero(sums);
    }

    private static Map<String, BigDecimal> k3Sums(Path file) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            for (Row row : rows.subList(1, rows.size())) {
                String currency = row.getCellAsString(7).orElseThrow().replace("RMB", "CNY");
                BigDecimal debit = row.getCellAsNumber(10).orElseThrow();
                BigDecimal amount = debit.subtract(row.getCellAsNumber(11).orElseThrow());
                assertThat(amount.abs())
                        .isEqualByComparingTo(row.getCellAsNumber(9).orElseThrow());
                sums.merge(row.getCellAsString(5).orElseThrow() + ' ' + currency, amount.setScale(2), BigDecimal::add);
            }
        }
        return sums;
    }

    private static Map<String, BigDecimal> nonZero(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> others = new TreeMap<>(sums);
        others.values().removeIf(sum -> sum.signum() == 0);
        return others;
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String check(Path journal) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("hledger", "check", "--strict", "-f", journal.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.resolve("hledger.txt").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + Files.readString(out.resolve("hledger.txt"));
    }

    /** A source of given entries, whose expected sums may differ from them. */
    private static final class Entries implements JournalSource {

        private final List<JournalEntry> entries;
        private Money missing = Money.zero(CNY);

        Entries(List<JournalEntry> entries) {
            this.entries = entries;
        }

        @Override
        public void read(Consumer<JournalEntry> entry) {
            entries.forEach(entry);
        }

        @Override
        public JournalTotals expected() {
            JournalTotals totals = new JournalTotals();
            entries.forEach(totals::add);
            totals.add(JournalKey.CARD, missing);
            return totals;
        }

        @Override
        public Collection<Currency> currencies() {
            return entries.stream().map(JournalEntry::currency).distinct().toList();
        }

        @Override
        public BillingDay lastDay() {
            return entries.stream()
                    .map(entry -> entry.document().day())
                    .max(BillingDay::compareTo)
                    .orElseThrow();
        }
    }
}
