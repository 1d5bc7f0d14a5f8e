package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that only delivers. */
@Command(
        name = "deliver",
        aliases = "deliverFiles",
        description = "Makes the files of the day and of every period that has changed.")
final class DeliverCommand extends RunCommand {

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private AdoptOptions adopt = new AdoptOptions();

    @Override
    @Nullable
    String adoption() {
        return adopt.adoption();
    }

    @Override
    RunRequest request() {
        BillingDay billingDay = begunDay(day);
        return RunRequest.forDay(JobName.DELIVER_FILES, billingDay);
    }
}
