package io.billingcenter.jobs.cli;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that reads a day again and posts the difference. */
@Command(
        name = "rerun",
        description = "Reads a day again, even if nothing shows that its files have changed, and posts the difference.")
final class RerunCommand extends RunCommand {

    @Option(names = "--day", paramLabel = "DAY", required = true, description = "Billing day, like 2026-11-21.")
    private String day = "";

    @Option(names = "--workspace", paramLabel = "ID", description = "Only this workspace; all if not given.")
    private @Nullable String workspace;

    @Option(
            names = "--posted-day",
            paramLabel = "DAY",
            description = "Day under which the difference is posted; the same day if not given.")
    private @Nullable String postedDay;

    @Mixin
    private ConsentOptions consents = new ConsentOptions();

    @Override
    GivenConsents given() {
        return consents.consents();
    }

    @Mixin
    private AdoptOptions adopt = new AdoptOptions();

    @Override
    @Nullable
    String adoption() {
        return adopt.adoption();
    }

    @Option(
            names = "--withdrawn",
            description = {
                "The missing files of the workspace-day are withdrawn: exactly its present files count.",
                "Needs --workspace."
            })
    private boolean withdrawn;

    @Override
    RunRequest request() {
        if (withdrawn && workspace == null) {
            throw new IllegalArgumentException(
                    "Expected --workspace with --withdrawn, found none; files are withdrawn of"
                            + " one workspace-day at a time.");
        }
        BillingDay billingDay = begunDay(day);
        BillingDay posted = postedDay == null ? billingDay : begunDay(postedDay);
        if (posted.isBefore(billingDay)) {
            throw new IllegalArgumentException("Expected --posted-day on or after " + billingDay
                    + ", the day that is read, found " + posted + ".");
        }
        return new RunRequest(
                        JobName.RERUN, billingDay, null, posted, workspace == null ? null : new WorkspaceId(workspace))
                .withdrawing(withdrawn);
    }
}
