package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.CloseReason;
import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.job.parameters.JobParameters;

class RunParametersTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    @Test
    void aRequestIsTheSameAfterItsWayThroughParameters() {
        RunRequest rerun = new RunRequest(
                        JobName.RERUN, DAY, null, DAY.plusDays(2), new WorkspaceId("ws-a"), Path.of("a", "b.csv"))
                .withdrawing(true)
                .acceptingEmpty("a holiday")
                .allowingMissing(Set.of(ReferenceFile.PLANS, ReferenceFile.VOUCHERS));
        assertThat(throughParameters(rerun)).isEqualTo(rerun);
    }

    @Test
    void theAcceptanceOfACloseIsTheSame() {
        RunRequest close = RunRequest.forMonth(JobName.CLOSE_MONTH, BillingMonth.parse("2026-10"))
                .accepting(new CloseAcceptance(
                        Set.of(CloseReason.values()), "known since Monday, see ticket 7", "ann", DAY));
        assertThat(throughParameters(close)).isEqualTo(close);
        RunRequest plain = RunRequest.forMonth(JobName.CLOSE_MONTH, BillingMonth.parse("2026-10"));
        assertThat(throughParameters(plain)).isEqualTo(plain);
    }

    /** Tests that unfinished runs of existing installations are still found. */
    @Test
    void statementsDoNotIdentifyAJobInstance() {
        RunRequest plain = RunRequest.forDay(JobName.NIGHTLY, DAY);
        RunRequest accepting = plain.acceptingEmpty("").allowingMissing(Set.of(ReferenceFile.PLANS));
        assertThat(identifying(RunParameters.of(accepting, 2, 9)))
                .isEqualTo(identifying(RunParameters.identity(plain, 2)))
                .containsExactlyInAnyOrder("day", "postedDay", "run");
    }

    @Test
    void aReasonMustFitIntoAParameter() {
        RunRequest request = RunRequest.forDay(JobName.NIGHTLY, DAY).acceptingEmpty("x".repeat(2_501));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunParameters.of(request, 1, 1))
                .withMessageContaining("at most 2500 characters, found 2501");
    }

    private static Set<String> identifying(JobParameters parameters) {
        return parameters.getIdentifyingParameters().stream()
                .map(JobParameter::name)
                .collect(Collectors.toSet());
    }

    private static RunRequest throughParameters(RunRequest request) {
        JobParameters parameters = RunParameters.of(request, 3, 17);
        JobExecution execution =
                new JobExecution(5, new JobInstance(4, request.job().text()), parameters);
        assertThat(RunId.of(execution)).isEqualTo(17);
        return RunRequest.of(execution);
    }
}
