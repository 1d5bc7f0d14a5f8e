package io.billingcenter.benchmarks.settling;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Line;
import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.files.FileTrees;
import io.billingcenter.benchmarks.storing.FileDatabase;
import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.settlement.AccountResult;
import io.billingcenter.domain.settlement.AccountWork;
import io.billingcenter.domain.settlement.LockRules;
import io.billingcenter.domain.settlement.Settlement;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.readers.tables.settlement.AccountWorkReader;
import io.billingcenter.readers.tables.settlement.WalletLoader;
import io.billingcenter.writers.tables.settlement.AccountResultWriter;
import io.billingcenter.writers.tables.settlement.SettlementTasks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures the time to settle the bills of a day, for growing numbers of accounts. They are read, settled and written
 * as the step does it, on one thread, into a new embedded database in files, within the heap of the program.
 */
public final class SettlingTimes {

    private static final int ACCOUNTS_IN_A_TRANSACTION = 200;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final long RUN_ID = 1;
    private static final long MEBIBYTE = 1 << 20;
    private static final int HUNDRED = 100;

    private record Time(int accounts, long lines, long entries, long millis, long cpuMillis, long heapMib) {}

    private final Path work;
    private final int lines;
    private final List<Time> times = new ArrayList<>();

    private SettlingTimes(Path work, int lines) {
        this.work = work;
        this.lines = lines;
    }

    /**
     * Settles each number of accounts once, after a warm-up with the first.
     *
     * @param work folder for the databases; its content is replaced
     * @param accounts numbers of accounts, at least two
     * @param lines lines of a bill
     */
    public static Report measure(Path work, List<Integer> accounts, int lines) throws IOException {
        if (accounts.size() < 2 || lines < 1) {
            throw new IllegalArgumentException(
                    "Expected at least two numbers of accounts and a line, found " + accounts + " and " + lines);
        }
        SettlingTimes times = new SettlingTimes(work, lines);
        times.settle(accounts.get(0));
        times.times.clear();
        for (int number : accounts) {
            times.settle(number);
        }
        FileTrees.delete(work);
        return times.report();
    }

    private void settle(int accounts) throws IOException {
        BilledAccounts billed = new BilledAccounts(accounts, lines);
        try (FileDatabase database = new FileDatabase(work)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            TransactionTemplate transaction =
                    new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
            billed.insert(jdbc, transaction);
            jdbc.execute("CHECKPOINT");
            AccountDirectory directory = billed.directory();
            long start = System.nanoTime();
            long cpuStart = CPU.getCurrentThreadCpuTime();
            transaction.executeWithoutResult(status -> new SettlementTasks(jdbc).list(BilledAccounts.DAY));
            settleAll(jdbc, transaction, directory);
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            long cpuMillis = TimeUnit.NANOSECONDS.toMillis(CPU.getCurrentThreadCpuTime() - cpuStart);
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            times.add(new Time(
                    accounts, (long) accounts * lines, requireSettled(jdbc), millis, cpuMillis, heap / MEBIBYTE));
        }
    }

    private static void settleAll(JdbcTemplate jdbc, TransactionTemplate transaction, AccountDirectory directory) {
        Settlement settlement = new Settlement(new LockRules(14, true));
        AccountWorkReader reader = new AccountWorkReader(
                jdbc,
                new WorkspaceRange("!", "~"),
                new WalletLoader(jdbc, directory, BilledAccounts.DAY, BilledAccounts.DAY));
        AccountResultWriter writer = new AccountResultWriter(jdbc, BilledAccounts.DAY, RUN_ID);
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> {
                Chunk<AccountResult> chunk = new Chunk<>();
                for (int i = 0; i < ACCOUNTS_IN_A_TRANSACTION; i++) {
                    AccountWork work = reader.read();
                    if (work == null) {
                        break;
                    }
                    chunk.add(AccountResult.of(work, settlement, BilledAccounts.DAY, directory));
                }
                if (chunk.isEmpty()) {
                    return false;
                }
                writer.write(chunk);
                return true;
            }));
        }
    }

    private static long requireSettled(JdbcTemplate jdbc) {
        Long different = jdbc.queryForObject("""
                SELECT COUNT(*) FROM (
                  SELECT account_id, SUM(amount) AS posted FROM posting GROUP BY account_id) p
                LEFT JOIN (
                  SELECT account_id, SUM(voucher + prepaid_card + cash + cloud + owed) AS paid
                  FROM bill_payment GROUP BY account_id) b ON b.account_id = p.account_id
                WHERE b.paid IS NULL OR b.paid <> p.posted""", Long.class);
        if (different == null || different > 0) {
            throw new IllegalStateException("Expected every bill to be settled, found " + different + " that are not");
        }
        Long entries = jdbc.queryForObject("SELECT COUNT(*) FROM ledger_entry", Long.class);
        return entries == null ? 0 : entries;
    }

    private Report report() {
        StringBuilder text = new StringBuilder("## Settling\n\n");
        text.append("Largest heap ")
                .append(Runtime.getRuntime().maxMemory() / MEBIBYTE)
                .append(" MiB, one thread, embedded database in files.\n\n");
        text.append(
                "| Accounts | Lines | Ledger entries | s | CPU s of the thread | accounts/s | MiB of heap afterwards |\n");
        text.append("|--:|--:|--:|--:|--:|--:|--:|\n");
        for (Time time : times) {
            text.append("| ").append(Figures.count(time.accounts()));
            text.append(" | ").append(Figures.count(time.lines()));
            text.append(" | ").append(Figures.count(time.entries()));
            text.append(" | ").append(Figures.inUnits(time.millis(), 1_000));
            text.append(" | ").append(Figures.inUnits(time.cpuMillis(), 1_000));
            text.append(" | ").append(Figures.perSecond(time.accounts(), time.millis()));
            text.append(" | ").append(Figures.count(time.heapMib())).append(" |\n");
        }
        Line line = Line.through(
                times.stream().mapToDouble(Time::accounts).toArray(),
                times.stream().mapToDouble(Time::cpuMillis).toArray());
        String determination = Figures.hundredths(Math.round(line.determination() * HUNDRED));
        text.append("\nThe straight line through the CPU times explains R2 = ")
                .append(determination)
                .append(" of their differences.\n");
        Time last = times.get(times.size() - 1);
        return new Report(
                text.toString(),
                List.of(new Finding(
                        "accounts settled a second, of " + Figures.count(last.accounts()),
                        Figures.perSecond(last.accounts(), last.millis()),
                        Figures.UNKNOWN,
                        Figures.UNKNOWN)));
    }
}
