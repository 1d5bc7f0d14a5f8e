package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected files are replaced by what the second calculation confirms, and by nothing else. */
class ExpectedCommandTest {

    private static final String BILL_LINES = "2026-10-15/r1/bill-lines.csv";
    private static final String BILL_DETAILS = "2026-10-15/r1/bill-details.csv";

    /** The amount of 2,000,000 log records, with the column behind it. */
    private static final String AMOUNT = ",2.40,2024-11-06";

    @TempDir
    private Path folder;

    private Path samples;
    private Map<String, String> delivered = Map.of();

    @BeforeEach
    void copyAScenario() throws IOException {
        samples = folder.resolve("samples");
        Workplace.copy(Path.of("one-day").toAbsolutePath(), samples.resolve("one-day"));
        delivered = scenario().expected();
    }

    @Test
    void runsTheSuiteAndReplacesAStaleFile() throws IOException {
        String good = committed(BILL_LINES);
        commit(BILL_LINES, good.replace(AMOUNT, ",2.39,2024-11-06"));
        Answer shown = run(true, "one-day");
        assertThat(shown.text())
                .contains("-2026-10-15,2026-10-15,acct-aurora", ",CNY,2.39,2024-11-06", "+2026-10-15,2026-10-15")
                .contains(BILL_LINES + ": not replaced, every figure is confirmed")
                .contains("add --replace");
        assertThat(shown.status()).isEqualTo(2);
        assertThat(committed(BILL_LINES)).contains(",2.39,");
        assertThat(folder.resolve("side/one-day").resolve(BILL_LINES)).hasContent(good);

        Answer replaced = run(false, "one-day", "--replace");
        assertThat(replaced.text()).contains(BILL_LINES + ": replaced", "1 replaced.");
        assertThat(replaced.status()).isZero();
        assertThat(committed(BILL_LINES)).isEqualTo(good);
    }

    @Test
    void aFileWithTheMarksOfAMergeIsReplaced() throws IOException {
        String good = committed(BILL_LINES);
        commit(BILL_LINES, "<<<<<<< ours\n" + good + "=======\n");
        commit(BILL_DETAILS, "");
        assertThat(run(false, "--replace").status()).isZero();
        assertThat(committed(BILL_LINES)).isEqualTo(good);
    }

    @Test
    void aFigureThatIsNotConfirmedIsAnErrorAndReplacesNothing() throws IOException {
        String good = committed(BILL_LINES);
        deliver(BILL_LINES, good.replace(AMOUNT, ",2.41,2024-11-06"));
        Answer answer = run(false, "--replace", "--texts");
        assertThat(answer.text())
                .contains(BILL_LINES + ": not replaced, the second calculation expects other figures:")
                .contains("line 2, column amount: expected 2.40, found 2.41")
                .contains("which of the two calculations is wrong");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(committed(BILL_LINES)).isEqualTo(good);
    }

    @Test
    void aCommittedFigureThatIsNotConfirmedIsAnErrorToo() throws IOException {
        String wrong = committed(BILL_LINES).replace(AMOUNT, ",2.41,2024-11-06");
        commit(BILL_LINES, wrong);
        deliver(BILL_LINES, wrong);
        Answer answer = run(false);
        assertThat(answer.text()).contains("line 2, column amount: expected 2.40, found 2.41");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void rowsAndColumnsAndFilesThatAreNotConfirmedAreTold() throws IOException {
        String lines = committed(BILL_LINES);
        String last = lines.stripTrailing().substring(lines.stripTrailing().lastIndexOf('\n') + 1);
        deliver(BILL_LINES, lines.replace(last, last.replace(",trigger,", ",sms,")));
        deliver("2026-10-15/r1/holds.csv", "billing_day,workspace_id,reason,meter,retention_days,quantity,weight\r\n");
        deliver("2026-10-15/r2/usage.csv", committed("2026-10-15/r1/usage.csv"));
        Answer answer = run(false, "--replace");
        assertThat(answer.text())
                .contains("line 6: expected nothing, found 2026-10-15,2026-10-15,acct-aurora")
                .contains("line 7: expected 2026-10-15,2026-10-15,acct-aurora")
                .contains("line 1, column weight: expected a column of the second calculation, found weight")
                .contains("2026-10-15/r2/usage.csv: not replaced")
                .contains("file: expected none, found one");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(samples.resolve("one-day/expected/2026-10-15/r2")).doesNotExist();
    }

    @Test
    void wordsAreReplacedOnlyWhenAskedFor() throws IOException {
        String other = committed(BILL_DETAILS).replace("aurora-production", "aurora");
        deliver(BILL_DETAILS, other);
        Answer shown = run(false, "--replace");
        assertThat(shown.text())
                .contains(BILL_DETAILS + ": not replaced, it differs in words")
                .contains("--replace --texts");
        assertThat(shown.status()).isEqualTo(2);
        assertThat(run(false, "--replace", "--texts").status()).isZero();
        assertThat(committed(BILL_DETAILS)).isEqualTo(other);
    }

    @Test
    void aFileThatIsNoLongerDeliveredIsDeleted() throws IOException {
        commit("2026-10-15/r2/usage.csv", committed("2026-10-15/r1/usage.csv"));
        Answer answer = run(false, "--replace");
        assertThat(answer.text()).contains("2026-10-15/r2/usage.csv: replaced");
        assertThat(samples.resolve("one-day/expected/2026-10-15/r2/usage.csv")).doesNotExist();
    }

    @Test
    void saysWhenThereIsNothingToDo() throws IOException {
        Answer answer = run(false);
        assertThat(answer.text())
                .isEqualTo("one-day: nothing to do, 12 files are as committed, 406 figures are confirmed.\n");
        assertThat(answer.status()).isZero();
    }

    @Test
    void aStepThatTheSecondCalculationDoesNotKnowConfirmsNothing() throws IOException {
        Files.writeString(samples.resolve("one-day/steps.txt"), "billing rerun --day 2026-10-15\n");
        commit(BILL_LINES, "stale\r\n");
        Answer answer = run(false, "--replace");
        assertThat(answer.text())
                .contains("nothing is confirmed and nothing was replaced")
                .contains("found 'billing rerun --day 2026-10-15'");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(committed(BILL_LINES)).isEqualTo("stale\r\n");
    }

    @Test
    void wrongUseIsTold() throws IOException {
        Answer unknown = run(false, "two-days");
        assertThat(unknown.text())
                .isEqualTo("billing-dev: Expected a scenario of input-samples, found 'two-days'."
                        + " Give one or more of one-day, or none to take all.\n");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(run(false, "--texts").text()).contains("Expected --texts together with --replace");
        assertThat(run(false, "--help").text()).contains("Usage: billing-dev expected [-h]", "Exit status:");
    }

    private record Answer(int status, String text) {}

    /** Runs the command with the delivered files of this test, or with those of the suite itself. */
    private Answer run(boolean bySuite, String... arguments) throws IOException {
        Workplace place = new Workplace(
                folder.resolve("place"), folder.resolve("place/db/billing").toString());
        ExpectedCommand command = new ExpectedCommand(
                samples, folder.resolve("side"), scenario -> bySuite ? scenario.deliver(place) : delivered);
        StringWriter printed = new StringWriter();
        int status = command.run(new PrintWriter(printed), arguments);
        return new Answer(status, printed.toString());
    }

    private Scenario scenario() {
        return new Scenario(samples.resolve("one-day"));
    }

    private String committed(String file) throws IOException {
        return Files.readString(samples.resolve("one-day/expected").resolve(file));
    }

    private void commit(String file, String content) throws IOException {
        Path path = samples.resolve("one-day/expected").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void deliver(String file, String content) {
        delivered.put(file, content);
    }
}
