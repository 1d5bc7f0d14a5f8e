package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import picocli.CommandLine.Command;

/** The command that verifies the seals. */
@Command(
        name = "verify",
        description = "Computes every digest again and names each row and delivered file that was changed, added or"
                + " removed since it was written.")
final class VerifyCommand extends RunCommand {

    @Override
    RunRequest request() {
        return new RunRequest(JobName.VERIFY, today(), null, null, null);
    }
}
