package io.billingcenter.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.billing.UnbalancedBillException;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardReason;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.guard.GuardStoppedException;
import io.billingcenter.domain.invoicing.CloseChecklist;
import io.billingcenter.domain.invoicing.CloseFinding;
import io.billingcenter.domain.invoicing.CloseReason;
import io.billingcenter.domain.invoicing.CloseRefusedException;
import io.billingcenter.domain.invoicing.InterruptedRunException;
import io.billingcenter.domain.invoicing.MonthClosedException;
import io.billingcenter.domain.invoicing.NightRun;
import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.OutOfBalanceException;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.DatabaseInUseException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure ends with the status and the message that the operator can act on. */
class FailureTextTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final String DATABASE = "/srv/billing/db";

    static Stream<Arguments> ownFailures() {
        return Stream.of(
                Arguments.of(new GuardStoppedException(stop()), ExitStatus.GUARD_STOPPED),
                Arguments.of(closeRefused(), ExitStatus.GUARD_STOPPED),
                Arguments.of(new InterruptedRunException(night()), ExitStatus.GUARD_STOPPED),
                Arguments.of(outOfBalance(), ExitStatus.OUT_OF_BALANCE),
                Arguments.of(new UnbalancedBillException("Expected 1, found 2"), ExitStatus.OUT_OF_BALANCE),
                Arguments.of(new DatabaseInUseException(DATABASE), ExitStatus.BUSY),
                Arguments.of(new IllegalArgumentException("Expected a day, found x"), ExitStatus.WRONG_USE),
                Arguments.of(new MonthClosedException(DAY), ExitStatus.FAILED));
    }

    @ParameterizedTest
    @MethodSource("ownFailures")
    void aMessageOfTheProgramIsPrintedAsItIs(Exception failure, ExitStatus status) {
        assertThat(textOf(failure)).isEqualTo(new FailureText(String.valueOf(failure.getMessage()), status));
    }

    @ParameterizedTest
    @MethodSource("ownFailures")
    void itIsFoundBelowTheExceptionsOfTheFramework(Exception failure, ExitStatus status) {
        Exception wrapped = new IllegalStateException("step failed", new RuntimeException("Job failed", failure));
        assertThat(textOf(wrapped)).isEqualTo(new FailureText(String.valueOf(failure.getMessage()), status));
    }

    @Test
    void theFirstProblemWithAMessageOfTheProgramCounts() {
        FailureText text = FailureText.of(
                List.of(new IllegalStateException("x"), new DatabaseInUseException(DATABASE), closeRefused()),
                DATABASE);
        assertThat(text.status()).isEqualTo(ExitStatus.BUSY);
    }

    @Test
    void messagesNameTheRemedy() {
        assertThat(textOf(new InterruptedRunException(night())).message())
                .contains("run 7 for 2026-11-21", "billing nightly --day 2026-11-21");
        assertThat(textOf(new GuardStoppedException(stop())).message())
                .contains("usage_charges all: twice the usual", "billing confirm " + stop().fingerprint());
        assertThat(textOf(closeRefused()).message())
                .contains("holds 2026-11-21 w1: held", "--accept holds --reason TEXT");
        assertThat(textOf(outOfBalance()).message()).contains("1 difference", "w1");
    }

    @Test
    void aFailureOfALibraryIsReportedByItsRoot() {
        Exception failure =
                new IllegalStateException("wrapped", new RuntimeException(new ArithmeticException("/ by 0")));
        assertThat(textOf(failure)).isEqualTo(new FailureText("ArithmeticException: / by 0", ExitStatus.FAILED));
        assertThat(FailureText.of(List.of(), DATABASE))
                .isEqualTo(new FailureText("no reason was given", ExitStatus.FAILED));
    }

    @Test
    void aFileIsNamedByTheOutermostExceptionOfFiles() {
        IOException named = new IOException("/data/a.csv.gz", new FileNotFoundException("inner"));
        assertThat(FailureText.rootOf(new UncheckedIOException(named))).isSameAs(named);
        assertThat(textOf(new UncheckedIOException("Expected to write /data/out", named))
                        .message())
                .isEqualTo("Expected to write /data/out; found IOException: /data/a.csv.gz");
    }

    @Test
    void aRingOfCausesEnds() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException other = new RuntimeException("other", one);
        one.initCause(other);
        assertThat(FailureText.chainOf(one)).hasSize(100);
        assertThat(textOf(one).status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void aFullHeapNamesItsSize() {
        long mebibytes = Runtime.getRuntime().maxMemory() / 1024 / 1024;
        for (Throwable failure : List.of(
                new OutOfMemoryError("Java heap space"),
                new IllegalStateException("java.lang.OutOfMemoryError: Java heap space"))) {
            FailureText text = FailureText.of(List.of(failure), DATABASE);
            assertThat(text.message()).contains("found the " + mebibytes + " MiB used up", "BILLING_HEAP");
            assertThat(text.status()).isEqualTo(ExitStatus.FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "08001, FAILED,    Start it",
        "08006, FAILED,    Start it",
        "08004, WRONG_USE, password",
        "28P01, WRONG_USE, password",
        "28000, WRONG_USE, password",
        "3D000, WRONG_USE, password",
        "53100, FAILED,    disk full",
        ",      FAILED,    disk full"
    })
    void aServerThatRefusesIsNamedWithWhatToCorrect(String state, ExitStatus status, String remedy) {
        FailureText text = textOf(new SQLException("ERROR: disk full.\n  Position: 12", state));
        assertThat(text.status()).isEqualTo(status);
        assertThat(text.message())
                .startsWith("Expected ")
                .contains(DATABASE, "found: ERROR: disk full", remedy)
                .doesNotContain("Position");
    }

    @Test
    void theNetworkSaysWhyAServerIsNotThere() {
        SQLException refused =
                new SQLException("The connection attempt failed.", "08001", new ConnectException("refused"));
        assertThat(textOf(refused).message()).contains("found: refused. Start it");
        SQLException unknown = new SQLException("x", "08001", new UnknownHostException("db.example"));
        assertThat(textOf(unknown).message()).contains("found: no host of that name");
    }

    @Test
    void aDatabaseInUseIsBusyAndOneThatCannotBeWrittenIsWrongUse() {
        SQLException held = new SQLException(
                "Database lock acquisition failure: lockFile", "S1000", new LockHeldExternallyException());
        assertThat(textOf(held).status()).isEqualTo(ExitStatus.BUSY);
        SQLException noFolder = new SQLException(
                "Database lock acquisition failure: attempt to connect reason: /nowhere/db.lck (No such file)",
                "S1000");
        FailureText text = textOf(noFolder);
        assertThat(text.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(text.message()).contains(DATABASE, "found /nowhere/db.lck (No such file)", "--db");
    }

    @ParameterizedTest
    @CsvSource({
        "DONE,0",
        "WRONG_USE,1",
        "ATTENTION,2",
        "OUT_OF_BALANCE,3",
        "GUARD_STOPPED,4",
        "FAILED,5",
        "BUSY,75",
        "INTERRUPTED,130",
        "TERMINATED,143"
    })
    void statusesAreThoseOfTheDocumentation(ExitStatus status, int code) {
        assertThat(status.code()).isEqualTo(code);
        assertThat(status.isDone()).isEqualTo(code == 0 || code == 2);
        assertThat(status.hasNothingToResume()).isEqualTo(code == 1 || code == 4 || code == 75);
    }

    private static FailureText textOf(Throwable failure) {
        return FailureText.of(List.of(failure), DATABASE);
    }

    private static GuardStop stop() {
        return new GuardStop(
                GuardLevel.NIGHT,
                DAY,
                "",
                List.of(new GuardFinding(
                        GuardReason.USAGE_CHARGES, "all", "CNY", new BigDecimal("10.00"), "twice the usual")));
    }

    private static NightRun night() {
        return new NightRun(7, NightRun.Job.NIGHTLY, DAY, "", DAY, false, true);
    }

    private static CloseRefusedException closeRefused() {
        CloseFinding finding = new CloseFinding(CloseReason.HOLDS, DAY, "w1", "held", CloseFinding.Effect.BLOCKS);
        CloseChecklist checklist = new CloseChecklist(BillingMonth.parse("2026-11"), List.of(finding));
        return new CloseRefusedException(checklist, checklist.findings());
    }

    private static OutOfBalanceException outOfBalance() {
        ReconciliationResult result = new ReconciliationResult();
        result.compare(ControlLevel.ROUNDED, "w1", 1, 2);
        return new OutOfBalanceException("equal stages", result);
    }

    /** The driver of the embedded database names its own exception so. */
    private static final class LockHeldExternallyException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
