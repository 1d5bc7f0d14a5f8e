package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that runs a night, after those that were missed. */
@Command(name = "nightly", description = "Everything for a day: import, meter, bill and deliver.")
final class NightlyCommand extends RunCommand {

    @Mixin
    private DayOption day = new DayOption();

    @Option(
            names = "--no-catch-up",
            description = "Do not run nights that were missed since the last finished one first.")
    private boolean noCatchUp;

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

    @Mixin
    private AcceptEmptyOption acceptEmpty = new AcceptEmptyOption();

    @Override
    RunRequest request() {
        BillingDay billingDay = begunDay(day);
        return RunRequest.forDay(JobName.NIGHTLY, billingDay)
                .acceptingEmpty(acceptEmpty.isAccepted() ? adopt.reason() : null);
    }

    @Override
    ExitStatus run(RunRequest request) {
        if (noCatchUp) {
            return super.run(request);
        }
        return new CatchUp(this::start, cliContext().out(), cliContext().err()).run(request);
    }
}
