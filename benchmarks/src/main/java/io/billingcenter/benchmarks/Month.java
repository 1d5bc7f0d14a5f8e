package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.settling.BilledMonth;
import io.billingcenter.domain.time.BillingMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a month that can be closed into a new database, for any purpose. */
@Command(
        name = "month",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a settled month of a chosen size into the tables of a new database."
                + " Close it by ./billing --db <folder>/billing close --month MONTH --accept nights --reason TEXT.")
final class Month implements Callable<Integer> {

    @Option(names = "--to", required = true, description = "Folder of the database, which is emptied.")
    private Path to = Path.of("");

    @Option(names = "--month", defaultValue = "2026-10", description = "Month (default ${DEFAULT-VALUE}).")
    private String month = "";

    @Option(names = "--accounts", defaultValue = "10000", description = "Accounts (default ${DEFAULT-VALUE}).")
    private int accounts = 10_000;

    @Option(
            names = "--workspaces",
            defaultValue = "1",
            description = "Workspaces of an account, each with seven postings a day (default ${DEFAULT-VALUE}).")
    private int workspaces = 1;

    @Override
    public Integer call() throws IOException {
        long postings = new BilledMonth(BillingMonth.parse(month), accounts, workspaces).write(to);
        System.out.println(Figures.count(postings) + " postings in " + to.toAbsolutePath());
        return 0;
    }
}
