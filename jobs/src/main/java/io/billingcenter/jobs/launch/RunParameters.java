package io.billingcenter.jobs.launch;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.CloseReason;
import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.invoicing.IssueDate;
import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * The job parameters of a run. Only the parameters of the identity identify a job instance; runs of existing installations
 * have them, so their names, types and values never change. All others are non-identifying. No parameter holds a secret.
 */
public final class RunParameters {

    /** Name of the parameter with the number of the run. */
    static final String RUN_ID = "runId";

    private static final String DAY = "day";
    private static final String MONTH = "month";
    private static final String WORKSPACE = "workspace";
    private static final String POSTED_DAY = "postedDay";
    private static final String FROM = "from";
    private static final String MISSING = "missing";
    private static final String WITHDRAWN = "withdrawn";
    private static final String ATTEMPT = "run";

    private static final String EMPTY_ACCEPTED = "emptyAccepted";
    private static final String ALLOW_MISSING = "allowMissing";
    private static final String ACCEPTED = "accepted";
    private static final String ACCEPTED_WHY = "acceptedWhy";
    private static final String ACCEPTED_BY = "acceptedBy";
    private static final String ACCEPTED_ON = "acceptedOn";
    private static final String CORRECTED_INVOICE = "correctedInvoice";
    private static final String CORRECTED_LINES = "correctedLines";
    private static final String CORRECTED_WHY = "correctedWhy";
    private static final String CORRECTED_BY = "correctedBy";
    private static final String CORRECTED_ON = "correctedOn";
    private static final String ISSUE_DATE = "issueDate";
    private static final String ISSUE_DATE_GIVEN = "issueDateGiven";

    /** Length of the column that stores the value of a parameter. */
    private static final int LONGEST_VALUE = 2_500;

    private RunParameters() {}

    /**
     * Returns the parameters of an attempt.
     *
     * @param attempt number of the attempt, from 1
     * @param runId number of the run
     * @throws IllegalArgumentException when a reason is longer than a parameter can be
     */
    public static JobParameters of(RunRequest request, long attempt, long runId) {
        JobParametersBuilder parameters =
                new JobParametersBuilder(identity(request, attempt)).addLong(RUN_ID, runId, false);
        RunRequest.Statements statements = request.statements();
        if (statements.emptyAccepted() != null) {
            parameters.addString(EMPTY_ACCEPTED, reason(statements.emptyAccepted()), false);
        }
        if (!statements.allowMissing().isEmpty()) {
            parameters.addString(
                    ALLOW_MISSING,
                    statements.allowMissing().stream()
                            .sorted()
                            .map(ReferenceFile::text)
                            .collect(Collectors.joining(",")),
                    false);
        }
        CloseAcceptance acceptance = statements.acceptance();
        if (acceptance.on() != null) {
            parameters
                    .addString(ACCEPTED, acceptance.names(), false)
                    .addString(ACCEPTED_WHY, reason(acceptance.why()), false)
                    .addString(ACCEPTED_BY, acceptance.by(), false)
                    .addLocalDate(ACCEPTED_ON, acceptance.on().date(), false);
        }
        InvoiceCorrection correction = statements.correction();
        if (correction != null) {
            parameters
                    .addString(CORRECTED_INVOICE, correction.invoice(), false)
                    .addString(CORRECTED_LINES, lines(correction.lines()), false)
                    .addString(CORRECTED_WHY, reason(correction.reason()), false)
                    .addString(CORRECTED_BY, correction.by(), false)
                    .addLocalDate(CORRECTED_ON, correction.on().date(), false);
        }
        IssueDate issueDate = statements.issueDate();
        if (issueDate != null) {
            parameters
                    .addLocalDate(ISSUE_DATE, issueDate.day().date(), false)
                    .addString(ISSUE_DATE_GIVEN, Boolean.toString(issueDate.isGiven()), false);
        }
        return parameters.toJobParameters();
    }

    /** Returns the parameters that identify the job instance of an attempt. */
    static JobParameters identity(RunRequest request, long attempt) {
        JobParametersBuilder parameters = new JobParametersBuilder();
        if (request.day() != null) {
            parameters.addLocalDate(DAY, request.day().date());
        } else {
            parameters.addString(MONTH, request.requireMonth().toString());
        }
        if (request.workspace() != null) {
            parameters.addString(WORKSPACE, request.workspace().value());
        }
        if (request.postedDay() != null) {
            parameters.addLocalDate(POSTED_DAY, request.postedDay().date());
        }
        if (request.from() != null) {
            parameters.addString(FROM, request.from().toString());
        }
        if (request.statements().withdrawn()) {
            parameters.addString(MISSING, WITHDRAWN);
        }
        return parameters.addLong(ATTEMPT, attempt).toJobParameters();
    }

    /** Returns the request from which the parameters of an execution were made. */
    static RunRequest requestOf(JobExecution execution) {
        JobParameters parameters = execution.getJobParameters();
        return new RunRequest(
                JobName.of(execution.getJobInstance().getJobName()),
                day(parameters, DAY),
                text(parameters, MONTH).map(BillingMonth::parse).orElse(null),
                day(parameters, POSTED_DAY),
                text(parameters, WORKSPACE).map(WorkspaceId::new).orElse(null),
                text(parameters, FROM).map(Path::of).orElse(null),
                statements(parameters));
    }

    private static RunRequest.Statements statements(JobParameters parameters) {
        return new RunRequest.Statements(
                text(parameters, MISSING).filter(WITHDRAWN::equals).isPresent(),
                text(parameters, EMPTY_ACCEPTED).orElse(null),
                values(text(parameters, ALLOW_MISSING), ReferenceFile::ofText),
                new CloseAcceptance(
                        values(text(parameters, ACCEPTED), CloseReason::of),
                        text(parameters, ACCEPTED_WHY).orElse(""),
                        text(parameters, ACCEPTED_BY).orElse(""),
                        day(parameters, ACCEPTED_ON)),
                issueDate(parameters),
                correction(parameters));
    }

    private static @Nullable IssueDate issueDate(JobParameters parameters) {
        BillingDay day = day(parameters, ISSUE_DATE);
        return day == null
                ? null
                : new IssueDate(
                        day,
                        text(parameters, ISSUE_DATE_GIVEN)
                                .map(Boolean::parseBoolean)
                                .orElse(false));
    }

    private static @Nullable InvoiceCorrection correction(JobParameters parameters) {
        BillingDay on = day(parameters, CORRECTED_ON);
        return on == null
                ? null
                : new InvoiceCorrection(
                        text(parameters, CORRECTED_INVOICE).orElse(""),
                        text(parameters, CORRECTED_LINES).orElse(""),
                        text(parameters, CORRECTED_WHY).orElse(""),
                        text(parameters, CORRECTED_BY).orElse(""),
                        on);
    }

    private static Optional<String> text(JobParameters parameters, String name) {
        return Optional.ofNullable(parameters.getString(name));
    }

    private static @Nullable BillingDay day(JobParameters parameters, String name) {
        LocalDate day = parameters.getLocalDate(name);
        return day == null ? null : new BillingDay(day);
    }

    private static <T> Set<T> values(Optional<String> list, Function<String, Optional<T>> parser) {
        return list.stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(name -> parser.apply(name).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String lines(String text) {
        if (text.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("Expected a list of lines of at most " + LONGEST_VALUE
                    + " characters, found " + text.length() + "; credit them in several steps");
        }
        return text;
    }

    private static String reason(String text) {
        if (text.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("Expected a reason of at most " + LONGEST_VALUE + " characters, found "
                    + text.length() + "; shorten it");
        }
        return text;
    }
}
