package io.billingcenter.jobs.cli;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.PriceInForce;
import io.billingcenter.domain.pricing.PricesInForce;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.pricing.PriceBookTableReader;
import io.billingcenter.readers.tables.reference.ReferenceTableReader;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that shows the prices for a workspace on a day. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows the prices in force for a workspace on a day: of the price book, and agreed ones.")
final class PricesShowCommand implements Callable<Integer> {

    private static final String ROW = "%-17s %14s %11s %10s %10s  %-10s  %s%n";

    @Option(names = "--day", paramLabel = "DAY", required = true, description = "Billing day, like 2026-11-21.")
    private String day = "";

    @Option(names = "--workspace", paramLabel = "ID", required = true, description = "Id of the workspace.")
    private String workspace = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        WorkspaceDay workspaceDay;
        try {
            workspaceDay = new WorkspaceDay(new WorkspaceId(workspace), BillingDay.parse(day));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        CliContext cli = parent.cliContext();
        return new CommandRun(cli, options.properties())
                .query(context -> {
                    print(prices(context, workspaceDay), cli.out());
                    return ExitStatus.DONE;
                })
                .code();
    }

    private static PricesInForce prices(ConfigurableApplicationContext context, WorkspaceDay workspaceDay) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        ReferenceTableReader reference = new ReferenceTableReader(jdbc);
        return PricesInForce.of(
                workspaceDay,
                reference.directory(),
                new PriceBookTableReader(jdbc).priceBooks(),
                reference.contractPrices(),
                context.getBean(BillingSettings.class).siteDirectory());
    }

    private static void print(PricesInForce found, PrintWriter out) {
        out.println("prices " + found.workspaceDay().day() + " "
                + found.workspaceDay().workspace() + ", site " + found.site().code() + ", paid by "
                + found.account().id() + " through "
                + found.binding().settlement().code());
        if (found.prices().isEmpty()) {
            out.println(
                    "None: no price book is in force on " + found.workspaceDay().day() + ".");
        } else {
            out.printf(Locale.ROOT, ROW, "meter", "retention_days", "unit", "list", "contract", "book", "currency");
            found.prices().forEach(price -> print(price, found, out));
        }
        out.flush();
    }

    private static void print(PriceInForce price, PricesInForce found, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                ROW,
                price.tier().meter().code(),
                price.tier().retentionText(),
                price.tier().meter().unit(),
                text(price.listPrice()),
                text(price.contractPrice()),
                found.book() == null ? "" : found.book().version(),
                found.account().currency());
    }

    private static String text(@Nullable BigDecimal price) {
        return price == null ? "" : price.toPlainString();
    }
}
