package io.billingcenter.jobs.cli;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.reference.PriceReports;
import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.pricing.PriceBookFolder;
import io.billingcenter.readers.files.reference.ImportedReference;
import io.billingcenter.readers.files.reference.ReferenceFolder;
import io.billingcenter.readers.tables.runs.UnfinishedRuns;
import io.billingcenter.writers.tables.pricing.PriceBookWriter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/**
 * The command that lists every fault for which an import would refuse the prices: faults of the price books, faults of the contract
 * prices, books that were edited after use, and books that would begin on a day already charged. Prices that an import
 * would take, but that look like typing errors, are listed as odd.
 */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists every fault of the price books and contract prices for which an import would refuse them.")
final class PricesLintCommand implements Callable<Integer> {

    private static final String CONTRACT_PRICES = "contract_prices.csv";

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Override
    public Integer call() {
        CliContext cli = parent.cliContext();
        BillingDay today = Today.at(cli.clock(), options.properties());
        return new CommandRun(cli, options.properties())
                .query(context -> {
                    List<String> oddities = new ArrayList<>();
                    List<String> faults = faults(context, today, oddities);
                    return print(faults, oddities, cli.out());
                })
                .code();
    }

    private static ExitStatus print(List<String> faults, List<String> oddities, PrintWriter out) {
        oddities.forEach(oddity -> out.println("Odd: " + oddity));
        faults.forEach(out::println);
        out.println(
                faults.isEmpty()
                        ? "The prices have no fault."
                        : "The prices have " + faults.size() + (faults.size() == 1 ? " fault" : " faults")
                                + "; an import would refuse them.");
        if (!oddities.isEmpty()) {
            out.println(oddities.size() + (oddities.size() == 1 ? " price looks" : " prices look")
                    + " odd; an import would take them and end with status 2.");
        }
        out.flush();
        if (!faults.isEmpty()) {
            return ExitStatus.WRONG_USE;
        }
        return oddities.isEmpty() ? ExitStatus.DONE : ExitStatus.ATTENTION;
    }

    private static List<String> faults(
            ConfigurableApplicationContext context, BillingDay today, List<String> oddities) {
        Folders folders = context.getBean(Folders.class);
        folders.requireReference();
        BillingSettings settings = context.getBean(BillingSettings.class);
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        PriceReports reports = new PriceReports(jdbc, settings.guard().report().priceFactor());
        List<String> faults = new ArrayList<>();
        List<PriceBook> books = new ArrayList<>();
        try {
            books.addAll(new PriceBookFolder(folders.priceBooks()).read());
            oddities.addAll(reports.ofBooks(books));
            new PriceBookWriter(jdbc, UnfinishedRuns.ofRating(jdbc).all())
                    .refusals(books)
                    .forEach(refusal -> faults.add(String.valueOf(refusal.getMessage())));
        } catch (InvalidFilesException e) {
            e.problems().forEach(problem -> faults.add(problem.toString()));
        }
        try {
            ImportedReference read =
                    new ReferenceFolder(folders.reference(), settings.sites().keySet()).read();
            oddities.addAll(reports.ofContracts(read.data(), books, today));
        } catch (InvalidFilesException e) {
            e.problems().stream()
                    .filter(problem -> problem.file().equals(CONTRACT_PRICES))
                    .forEach(problem -> faults.add(problem.toString()));
        }
        return faults;
    }
}
