package io.billingcenter.jobs.cli;

import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.CloseReason;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.IssueDate;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.invoicing.ClosePreview;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.invoicing.InvoiceTotals;
import io.billingcenter.readers.tables.invoicing.IssueTermsReader;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that closes a month, or previews the close. */
@Command(
        name = "close",
        aliases = "closeMonth",
        description =
                "Issues the numbered invoices of a month, delivers them and makes their documents; from the 3rd of the"
                        + " next month. Refused while anything of the month is not done.")
final class CloseCommand extends RunCommand {

    @Option(names = "--month", paramLabel = "MONTH", required = true, description = "Billing month, like 2026-10.")
    private String month = "";

    @Option(
            names = "--preview",
            description = "Changes nothing: lists open items and writes the invoices as they would"
                    + " be, without numbers, into <out>/<month>/draft.")
    private boolean preview;

    @Option(
            names = "--accept",
            paramLabel = "NAME",
            split = ",",
            description = "Close the month although some of these are open: nights, holds, missing, unreadable,"
                    + " vanished, earlier-month.")
    private List<String> accept = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why that is accepted; it is kept with the month.")
    private @Nullable String reason;

    @Option(
            names = "--issue-date",
            paramLabel = "DAY",
            description =
                    "Date of the invoices; today by default. It is stored with the month, so that a repeat can only"
                            + " name the same day.")
    private @Nullable String issueDate;

    @Override
    RunRequest request() {
        BillingMonth billingMonth = BillingMonth.parse(month);
        BillingDay first = billingMonth.firstClosingDay();
        if (preview) {
            requireNothingAccepted();
        } else if (today().isBefore(first)) {
            throw new IllegalArgumentException("Expected a month that is over: " + billingMonth + " can be closed from "
                    + first + ", and today is " + today() + ".");
        }
        RunRequest request = RunRequest.forMonth(JobName.CLOSE_MONTH, billingMonth);
        return preview ? request : request.accepting(acceptance()).issuingOn(issueDate(billingMonth));
    }

    @Override
    ExitStatus run(RunRequest request) {
        if (!preview) {
            return start().execute(
                            request,
                            RunRequest.forMonth(JobName.MAKE_DOCUMENTS, request.requireMonth()),
                            context -> hasDocuments(context.getBean(JdbcTemplate.class), request.requireMonth()));
        }
        return start().query(context -> {
            boolean clear = context.getBean(ClosePreview.class)
                    .show(request.requireMonth(), today(), cliContext().out());
            return clear ? ExitStatus.DONE : ExitStatus.GUARD_STOPPED;
        });
    }

    /**
     * Returns whether there is anything to make of a closed month: it has invoices or credit notes. A month that an older
     * program has closed has no date, and gets nothing that it did not have.
     */
    private static boolean hasDocuments(JdbcTemplate jdbc, BillingMonth month) {
        InvoiceTotals totals = new InvoiceTotals(jdbc);
        return new IssueTermsReader(jdbc).invoiceDate(month).isPresent()
                && Arrays.stream(DocumentKind.values())
                        .anyMatch(kind -> !totals.of(kind, month.toString()).isEmpty());
    }

    private void requireNothingAccepted() {
        if (!accept.isEmpty() || reason != null || issueDate != null) {
            throw new IllegalArgumentException("Expected --preview alone, found --accept, --reason or --issue-date;"
                    + " a preview accepts nothing, and its invoices have no date.");
        }
    }

    private IssueDate issueDate(BillingMonth billingMonth) {
        if (issueDate == null) {
            return new IssueDate(today(), false);
        }
        BillingDay day = BillingDay.parse(issueDate);
        BillingDay last = billingMonth.endExclusive().minusDays(1);
        if (day.isBefore(last)) {
            throw new IllegalArgumentException("Expected --issue-date to be " + last + ", the last day of the month, or"
                    + " later, found " + day + "; correct the day.");
        }
        return new IssueDate(day, true);
    }

    private CloseAcceptance acceptance() {
        if (accept.isEmpty() && reason == null) {
            return CloseAcceptance.NONE;
        }
        if (accept.isEmpty() || reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("Expected --accept and --reason together, found one of them; name the"
                    + " accepted items and give the reason.");
        }
        return new CloseAcceptance(
                accepted(), reason.strip(), String.valueOf(System.getProperty("user.name")), today());
    }

    private Set<CloseReason> accepted() {
        Set<CloseReason> accepted = EnumSet.noneOf(CloseReason.class);
        for (String name : accept) {
            accepted.add(CloseReason.of(name.strip())
                    .orElseThrow(() -> new IllegalArgumentException("Expected --accept to name some of "
                            + Arrays.stream(CloseReason.values())
                                    .map(CloseReason::text)
                                    .collect(Collectors.joining(", "))
                            + ", found '" + name + "'; correct the name.")));
        }
        return accepted;
    }
}
