package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the main job. */
@Command(name = "nightly", description = "Everything for a day: import, meter, bill and deliver.")
final class NightlyCommand extends RunCommand {

    @Option(names = "--day", paramLabel = "DAY", description = "Billing day, like 2026-11-21; yesterday if not given.")
    private @Nullable String day;

    @Option(
            names = "--no-catch-up",
            description = "Do not run nights that were missed since the last finished one first.")
    private boolean noCatchUp;

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    @Mixin
    private AllowMissingOption allowMissing = new AllowMissingOption();

    @Override
    GivenConsents given() {
        return GivenConsents.of(confirm.fingerprints(), allowMissing.files());
    }

    @Mixin
    private AdoptOptions adopt = new AdoptOptions();

    @Override
    @Nullable
    String adoption() {
        return adopt.adoption();
    }

    @Option(
            names = "--accept-empty",
            description = {
                "The day is meant to be without traffic: runs though no charged workspace has a folder for it.",
                "Of this day only, not of missed nights that are run first."
            })
    private boolean acceptEmpty;

    @Override
    RunRequest request() {
        BillingDay billingDay = day == null ? yesterday() : begunDay(day);
        return RunRequest.forDay(JobName.NIGHTLY, billingDay)
                .saying(new RunRequest.Missing(false, acceptEmpty ? adopt.reason() : null));
    }

    @Override
    ExitStatus run(RunRequest request) {
        if (noCatchUp) {
            return super.run(request);
        }
        return new CatchUp(this::start, surroundings().out(), surroundings().err()).run(request);
    }
}
