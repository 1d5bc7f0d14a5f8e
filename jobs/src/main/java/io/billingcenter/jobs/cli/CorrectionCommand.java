package io.billingcenter.jobs.cli;

import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.RunRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that corrects an invoice, which the database must be asked about before a run can begin. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class CorrectionCommand implements Callable<Integer> {

    @Mixin
    private RunOptions runOptions = new RunOptions();

    private @Nullable BillingDay today;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * Returns the request of the person.
     *
     * @throws IllegalArgumentException when an option cannot be right
     */
    abstract InvoiceCorrection correction();

    /**
     * Returns the run that the request needs.
     *
     * @throws IllegalArgumentException when the invoice cannot be corrected
     */
    abstract RunRequest request(InvoiceCorrection correction, JdbcTemplate jdbc);

    @Override
    public Integer call() {
        InvoiceCorrection correction;
        try {
            correction = correction();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        return new CommandRun(parent.cliContext(), runOptions.properties())
                .execute(context -> request(correction, context.getBean(JdbcTemplate.class)))
                .code();
    }

    /** Returns today in the zone of billing. */
    final BillingDay today() {
        if (today == null) {
            today = Today.at(parent.cliContext().clock(), runOptions.properties());
        }
        return today;
    }
}
