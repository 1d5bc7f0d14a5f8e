package io.billingcenter.jobs.cli;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.explain.WhatIf;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.pricing.Rater;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.jobs.archive.Archives;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.readers.files.pricing.PriceBookFolder;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.readers.tables.billing.RatingWorkReader;
import io.billingcenter.readers.tables.explain.ComparisonReader;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.writers.files.explain.DifferenceTree;
import io.billingcenter.writers.files.explain.JsonTree;
import io.billingcenter.writers.files.explain.Node;
import io.billingcenter.writers.files.explain.TextTree;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that computes the cost of past usage at another price book; nothing is written. */
@Command(
        name = "what-if",
        description = "Computes the cost of the usage of a day or month at another price book; changes nothing.")
final class WhatIfCommand extends QueryCommand {

    /** A digest of terms under which no workspace-day was rated, so that all are rated here. */
    private static final String OTHER_TERMS = "";

    /** All workspaces; ids are printable ASCII. */
    private static final WorkspaceRange ALL = new WorkspaceRange("", "~");

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            required = true,
            description = "A price book; it is used for all days.")
    private Path prices = Path.of("");

    @ArgGroup(multiplicity = "1")
    private Period period = new Period();

    /** The days whose usage is rated. */
    static final class Period {

        @Option(names = "--day", paramLabel = "DAY", description = "Billing day, like 2026-11-21.")
        private @Nullable String day;

        @Option(names = "--month", paramLabel = "MONTH", description = "Billing days of a month, like 2026-11.")
        private @Nullable String month;

        private DayRange days() {
            if (day != null) {
                BillingDay only = BillingDay.parse(day);
                return new DayRange(only, only.plusDays(1));
            }
            BillingMonth whole = BillingMonth.parse(Objects.requireNonNull(month, "a day or a month"));
            return new DayRange(whole.firstDay(), whole.endExclusive());
        }
    }

    /** Returns the last of the days; locks are those known on it. */
    @Override
    BillingDay day() {
        return Objects.requireNonNull(period.days().to(), "an end of the days").minusDays(1);
    }

    @Override
    ExitStatus answer(ConfigurableApplicationContext context, PrintWriter out) {
        DayRange days = period.days();
        if (!Files.isRegularFile(prices)) {
            throw new IllegalArgumentException(
                    "Expected a price book at " + prices.toAbsolutePath() + ", found none; correct --prices");
        }
        PriceBook book = PriceBookFolder.readFile(prices, days.from());
        if (context.getBean(Archives.class).files().havePurged(days)) {
            throw new IllegalArgumentException("Expected days whose usage is in the database, found some of " + days
                    + " that were purged; name later days");
        }
        ReferenceLookups lookups = lookups(context);
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        // In force from the first day on, whatever its name says.
        PriceBook forAllDays = new PriceBook(days.from(), book.prices(), book.digest());
        Rater rater = lookups.raterOf(new PriceBooks(List.of(forAllDays)));
        WhatIf whatIf = new WhatIf();
        new ComparisonReader(jdbc, DayDetails.inTables(jdbc), lookups.directory()).charged(days, whatIf);
        RatingWorkReader usage = new RatingWorkReader(
                jdbc,
                ALL,
                days,
                context.getBean(BillingSettings.class).metering().quarantineLimit(),
                (day, overLimit, drawdown) -> OTHER_TERMS,
                lookups.packageSharing(rater));
        for (RatingWork work = usage.read(); work != null; work = usage.read()) {
            whatIf.wouldBe(
                    work.workspaceDay(),
                    rater.rate(
                            work.workspaceDay(),
                            UsageCalculator.usage(work.measures()),
                            work.overLimit(),
                            work.drawdown()));
        }
        Node node = new Node("what if", "")
                .with("prices", prices.getFileName())
                .with("days", days)
                .addAll(DifferenceTree.ofWhatIf(whatIf));
        if (json()) {
            JsonTree.print(node, out);
        } else {
            TextTree.print(node, out);
        }
        return ExitStatus.DONE;
    }
}
