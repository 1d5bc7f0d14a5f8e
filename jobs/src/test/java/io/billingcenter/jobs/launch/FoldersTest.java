package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A job finds its folders before it changes anything, or says which one is missing. */
class FoldersTest {

    @TempDir
    private Path home;

    private Folders folders;

    @BeforeEach
    void name() throws IOException {
        folders = new Folders(
                home.resolve("traffic"),
                home.resolve("reference"),
                home.resolve("books"),
                home.resolve("new/out"),
                home.resolve("kept/archive"),
                home.resolve("templates"));
        for (Path folder : new Path[] {folders.traffic(), folders.reference(), folders.priceBooks()}) {
            Files.createDirectory(folder);
        }
    }

    @ParameterizedTest
    @EnumSource(JobName.class)
    void allJobsRunWithAllFoldersAndAnOutputFolderIsNotMadeAhead(JobName job) {
        assertThatCode(() -> folders.requireFor(job)).doesNotThrowAnyException();
        assertThat(home.resolve("new")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "NIGHTLY,          true,  true,  true",
        "RERUN,            true,  true,  true",
        "IMPORT_REFERENCE, true,  false, false",
        "METER_TRAFFIC,    false, true,  false",
        "BILL_USAGE,       false, false, false",
        "SETTLE_BILLS,     false, false, false",
        "RAISE_ALERTS,     false, false, false",
        "DELIVER_FILES,    false, false, true",
        "CLOSE_MONTH,      false, false, true",
        "MAKE_DOCUMENTS,   false, false, true",
        "CREDIT_INVOICE,   false, false, true",
        "VOID_INVOICE,     false, false, true",
        "REPLAY_REPAIRS,   false, true,  false",
        "WITHDRAW_REPAIR,  false, true,  false",
        "RECONCILE,        false, false, false",
        "VERIFY,           false, false, false",
        "PURGE,            false, false, false"
    })
    void aJobNeedsTheFoldersThatItReadsOrWrites(JobName job, boolean reference, boolean traffic, boolean out)
            throws IOException {
        assertThat(job.readsReference()).isEqualTo(reference);
        assertThat(job.readsTraffic()).isEqualTo(traffic);
        assertThat(job.delivers()).isEqualTo(out);
        Files.delete(folders.reference());
        Files.delete(folders.traffic());
        Files.writeString(home.resolve("new"), "a file in the way of the output folder");
        if (reference || traffic || out) {
            assertThatThrownBy(() -> folders.requireFor(job)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThatCode(() -> folders.requireFor(job)).doesNotThrowAnyException();
        }
    }

    @Test
    void aMissingFolderIsNamedWithItsOption() throws IOException {
        Files.delete(folders.traffic());
        assertThatThrownBy(() -> folders.requireTraffic())
                .hasMessage("Expected the traffic folder at " + folders.traffic()
                        + ", found nothing there; create it or set --traffic");
        Files.delete(folders.priceBooks());
        Files.writeString(folders.priceBooks(), "");
        assertThatThrownBy(() -> folders.requireReference())
                .hasMessage("Expected the price book folder at " + folders.priceBooks()
                        + ", found something else there; create it or set --price-books");
    }

    @Test
    void aFileInTheWayOfTheOutputFolderIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("new"), "");
        assertThatThrownBy(() -> folders.requireFor(JobName.DELIVER_FILES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(folders.out().toString(), file + " is no folder", "--out");
    }

    @Test
    void everyJobHasANameOfItsOwnAndIsFoundByIt() {
        for (JobName job : JobName.values()) {
            assertThat(JobName.of(job.text())).isSameAs(job);
        }
        assertThatThrownBy(() -> JobName.of("Nightly"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected the name of a job, found 'Nightly'");
    }

    @Test
    void aRunIsForADayOrForAMonth() {
        BillingDay day = BillingDay.parse("2026-11-21");
        BillingMonth month = BillingMonth.parse("2026-11");
        assertThatThrownBy(() -> new RunRequest(JobName.NIGHTLY, day, month, null, null))
                .hasMessage("Expected a day or a month, found 2026-11-21 and 2026-11");
        assertThatThrownBy(() -> new RunRequest(JobName.NIGHTLY, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(RunRequest.forMonth(JobName.CLOSE_MONTH, month).requireMonth())
                .isEqualTo(month);
        assertThatThrownBy(() -> RunRequest.forMonth(JobName.CLOSE_MONTH, month).requireDay())
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void statementsAreAddedToARequestAndNotLost() {
        RunRequest request = RunRequest.forDay(JobName.NIGHTLY, BillingDay.parse("2026-11-21"))
                .withdrawing(true)
                .acceptingEmpty("holiday")
                .allowingMissing(Set.of());
        assertThat(request.statements().withdrawn()).isTrue();
        assertThat(request.statements().emptyAccepted()).isEqualTo("holiday");
        assertThat(request.requirePostedDay()).isEqualTo(request.requireDay());
        assertThat(request.withdrawing(false).statements().emptyAccepted()).isEqualTo("holiday");
    }
}
