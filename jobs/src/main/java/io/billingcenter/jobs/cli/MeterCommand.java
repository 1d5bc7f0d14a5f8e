package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that only meters. */
@Command(name = "meter", aliases = "meterTraffic", description = "Reads traffic that is new or changed, up to the day.")
final class MeterCommand extends RunCommand {

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private AcceptEmptyOption acceptEmpty = new AcceptEmptyOption();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for --accept-empty; stored with the consent.")
    private String reason = "";

    @Override
    RunRequest request() {
        BillingDay billingDay = begunDay(day);
        return RunRequest.forDay(JobName.METER_TRAFFIC, billingDay)
                .acceptingEmpty(acceptEmpty.isAccepted() ? reason : null);
    }
}
