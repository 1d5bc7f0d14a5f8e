package io.billingcenter.jobs.cli;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.readers.tables.guard.ConsentReader.StoredStop;
import io.billingcenter.readers.tables.guard.OpenCellReader;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that consents to findings of a guard. */
@Command(
        name = "confirm",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Consents to the reasons for which a guard stopped a run, or to the charges of an account that has grown.",
            "The next run of that day uses it; name, time and reason are kept, and sealed."
        })
final class ConfirmCommand implements Callable<Integer> {

    private static final int LONGEST_DAYS = 31;
    private static final String UNUSUAL = "unusual";

    @Parameters(
            arity = "0..1",
            paramLabel = "FINGERPRINT",
            description = "Fingerprint that the stopped run printed, twelve hexadecimal digits.")
    private @Nullable String fingerprint;

    @Option(names = "--account", paramLabel = "ID", description = "Billing account that has grown, with --until.")
    private @Nullable String account;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "Last billing day on which the account may pass, at most 31 days from now.")
    private @Nullable String until;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why it may pass.")
    private String reason = "";

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
        if ((fingerprint == null) == (account == null) || (account == null) != (until == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Expected a FINGERPRINT, or --account with --until; give one of them");
        }
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "Expected a reason with --reason, found nothing; add it");
        }
        return new CommandRun(parent.cliContext(), options.properties())
                .executeLocked(this::confirm)
                .code();
    }

    private ExitStatus confirm(ConfigurableApplicationContext context) {
        PrintWriter out = parent.cliContext().out();
        ConsentBook book = context.getBean(ConsentBook.class);
        if (fingerprint != null) {
            book.confirm(List.of(fingerprint), reason).forEach(stop -> print(stop, out));
        } else if (account != null && until != null) {
            confirmAccount(context, book, account, BillingDay.parse(until), out);
        }
        out.flush();
        return ExitStatus.DONE;
    }

    private static void print(StoredStop stored, PrintWriter out) {
        out.println((stored.consented() ? "Already consented to: " : "Consented to: ")
                + stored.stop().fingerprint() + " of " + stored.stop().day());
        for (GuardFinding finding : stored.stop().findings()) {
            out.println("  " + finding.reason().code() + " " + finding.subject() + ": " + finding.detail());
        }
        out.println(
                stored.stop().level() == GuardLevel.ACCOUNT
                        ? "The next run releases its holds."
                        : "Now run the stopped command again.");
    }

    private void confirmAccount(
            ConfigurableApplicationContext context, ConsentBook book, String id, BillingDay last, PrintWriter out) {
        BillingDay today = new BillingDay(LocalDate.ofInstant(
                parent.cliContext().clock().instant(),
                context.getBean(BillingSettings.class).zone()));
        if (last.isBefore(today) || today.plusDays(LONGEST_DAYS).isBefore(last)) {
            throw new IllegalArgumentException("Expected --until from " + today + " to " + today.plusDays(LONGEST_DAYS)
                    + ", found " + last + "; correct the day");
        }
        ReferenceLookups lookups = context.getBean(RunLookups.class).asOf(today);
        if (lookups.directory().findAccount(new BillingAccountId(id)).isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected --account to name an account of billing_accounts.csv, found '" + id + "'; correct it");
        }
        BillingDay first = firstHeld(context.getBean(JdbcTemplate.class), lookups, id, today);
        book.confirmAccount(id, first, last, reason);
        out.println("Consented to the charges of account " + id + " for the billing days " + first + " to " + last
                + "; the next night releases their holds.");
    }

    /** Returns the first day of the consent: that of the first current hold, since the person has seen it. */
    private static BillingDay firstHeld(JdbcTemplate jdbc, ReferenceLookups lookups, String account, BillingDay today) {
        return new OpenCellReader(jdbc)
                .upTo(today).stream()
                        .map(OpenCell::key)
                        .filter(key -> key.reason().equals(UNUSUAL))
                        .filter(key -> lookups.directory()
                                .binding(new WorkspaceId(key.workspace()), key.day())
                                .filter(binding -> binding.account().value().equals(account))
                                .isPresent())
                        .map(OpenCell.Key::day)
                        .min(BillingDay::compareTo)
                        .orElse(today);
    }
}
