package io.billingcenter.jobs.journal;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalFormat;
import io.billingcenter.domain.journal.JournalKey;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.delivery.DeliveredRows;
import io.billingcenter.readers.tables.journal.JournalReader;
import io.billingcenter.schema.DatabaseKind;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.files.delivery.DeliverySettings;
import io.billingcenter.writers.files.delivery.PeriodDelivery;
import io.billingcenter.writers.files.delivery.SetDelivery;
import io.billingcenter.writers.files.journal.DatevSettings;
import io.billingcenter.writers.files.journal.JournalFiles;
import io.billingcenter.writers.files.workbook.MonthWorkbook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hsqldb.jdbc.JDBCDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the invoice files, the workbook and the journal of a month with very many lines, in a process of its own. */
public final class BooksOfManyLines {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-10");
    private static final int LINES_OF_AN_INVOICE = 20;
    private static final int INVOICES_OF_A_BATCH = 500;

    private final JdbcTemplate jdbc;
    private final Path out;

    private BooksOfManyLines(JdbcTemplate jdbc, Path out) {
        this.jdbc = jdbc;
        this.out = out;
    }

    /**
     * Prints the milliseconds of each kind of files, and the largest heap in MiB.
     *
     * @param arguments a new folder and the number of lines
     */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        JDBCDataSource source = new JDBCDataSource();
        source.setUrl(DatabaseKind.HSQLDB.withSettings("jdbc:hsqldb:file:" + folder.resolve("db/billing")));
        JdbcTemplate jdbc = new JdbcTemplate(source);
        MigratedDatabase.migrate(jdbc, DatabaseKind.HSQLDB);
        BooksOfManyLines books = new BooksOfManyLines(jdbc, folder.resolve("out"));
        // Only the files are measured.
        jdbc.execute("SET FILES WRITE DELAY TRUE");
        books.fill(Integer.parseInt(arguments[1]) / LINES_OF_AN_INVOICE);
        jdbc.execute("SET FILES WRITE DELAY FALSE");
        books.make();
        jdbc.execute("SHUTDOWN");
    }

    private void make() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        DeliverySettings settings = new DeliverySettings(out, zone, false);
        DeliveredRows rows = new DeliveredRows(jdbc, UnitsRule.EXACT, zone);
        time("files", () -> new PeriodDelivery(jdbc, rows, settings).deliver(new DeliveryPeriod.OfMonth(MONTH)));
        time(
                "workbook",
                () -> new SetDelivery(jdbc, settings)
                        .deliver(DeliverySet.parse(MONTH + "/workbook"), new MonthWorkbook(MONTH, rows)));
        time(
                "journal",
                () -> new SetDelivery(jdbc, settings)
                        .deliver(
                                DeliverySet.parse(MONTH + "/journal"),
                                new JournalFiles(
                                        MONTH,
                                        new JournalReader(jdbc, MONTH),
                                        chart(),
                                        EnumSet.allOf(JournalFormat.class),
                                        new DatevSettings(1001, 1, 4, "EUR"))));
        System.out.println("heap " + (Runtime.getRuntime().maxMemory() >> 20));
    }

    private static void time(String name, Runnable work) {
        Instant begun = Instant.now();
        work.run();
        System.out.println(name + " " + Duration.between(begun, Instant.now()).toMillis());
    }

    private static Chart chart() {
        Map<JournalKey, Chart.Account> accounts = new HashMap<>();
        List<JournalKey> keys = JournalKey.all();
        for (int i = 0; i < keys.size(); i++) {
            accounts.put(
                    keys.get(i),
                    new Chart.Account(Integer.toString(1000 + i), keys.get(i).value(), ""));
        }
        return new Chart(accounts);
    }

    private void fill(int invoices) {
        jdbc.update("INSERT INTO closed_month (billing_month) VALUES ('2026-10')");
        jdbc.update(
                "INSERT INTO month_close (billing_month, accepted, reason, accepted_by, accepted_on, digest, run_id,"
                        + " invoice_date, invoice_layout) VALUES ('2026-10', '', '', '', NULL, 'd', 10, DATE '2026-11-03', 1)");
        for (int from = 0; from < invoices; from += INVOICES_OF_A_BATCH) {
            List<Object[]> batch = new ArrayList<>();
            for (int i = from; i < Math.min(from + INVOICES_OF_A_BATCH, invoices); i++) {
                batch.add(new Object[] {number(i), account(i)});
            }
            insert(batch);
        }
    }

    private static String number(int invoice) {
        return "INV-2026-" + (1_000_000 + invoice);
    }

    private static String account(int invoice) {
        return "acct-" + (1_000_000 + invoice);
    }

    /** Each line is of 1.00, and the daily bill of all lines is owed. */
    private void insert(List<Object[]> batch) {
        jdbc.batchUpdate(
                "INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, state, run_id, owed)"
                        + " VALUES (?, '2026-10', ?, 'CNY', 20.00, 'final', 10, 20.00)",
                batch);
        List<Object[]> lines = batch.stream()
                .flatMap(invoice -> Stream.iterate(1, i -> i <= LINES_OF_AN_INVOICE, i -> i + 1)
                        .map(i -> new Object[] {invoice[0], "ws-" + i}))
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO invoice_line (invoice_number, workspace_id, meter, retention_days, kind, quantity, amount)"
                        + " VALUES (?, ?, 'log', 14, 'usage', 1000000, 1.00)",
                lines);
        jdbc.batchUpdate(
                "INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,"
                        + " retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)"
                        + " VALUES (?, DATE '2026-10-05', DATE '2026-10-05', ?, 'wallet', 'ws-1', 'log', 14, 'usage', 1, 1, 1,"
                        + " 'CNY', 20.00, 1, 1)",
                batch);
        jdbc.batchUpdate(
                "INSERT INTO bill_payment (posted_day, account_id, settlement, currency, workspace_id, eligible, voucher,"
                        + " prepaid_card, cash, cloud, owed, settlement_number) VALUES (DATE '2026-10-05', ?, 'wallet',"
                        + " 'CNY', 'ws-1', TRUE, 0, 0, 0, 0, 20.00, 1)",
                batch.stream().map(invoice -> new Object[] {invoice[1]}).toList());
        for (String leg : List.of("1, 'arrears', -20.00", "2, 'billed', 20.00")) {
            String[] parts = leg.split(", ");
            jdbc.batchUpdate(
                    "INSERT INTO ledger_entry (request_id, leg, account_id, currency, entry_number, movement, side,"
                            + " instrument, amount, entry_day, bill_day, run_id) VALUES ('bill:2026-10-05:wallet:' || ?, "
                            + parts[0] + ", ?, 'CNY', " + parts[0] + ", 'bill', " + parts[1] + ", '', " + parts[2]
                            + ", DATE '2026-10-05', DATE '2026-10-05', 1)",
                    batch);
        }
    }
}
