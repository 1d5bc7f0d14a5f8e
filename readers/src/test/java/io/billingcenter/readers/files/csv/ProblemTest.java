package io.billingcenter.readers.files.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTest {

    /** A refusal for the tests. */
    private static final class Refusal extends InvalidFilesException {

        private static final long serialVersionUID = 1L;

        Refusal(List<Problem> problems) {
            super("the files in here", problems, "Correct them.");
        }
    }

    private static Problem problem(int line) {
        return new Problem("plans.csv", line, "plan", "gold", "one of free, commercial");
    }

    @Test
    void saysWhereWhatAndWhat() {
        assertThat(problem(3))
                .hasToString("plans.csv, line 3, column plan: expected one of free, commercial, found 'gold'");
        assertThat(new Problem("plans.csv", 3, "", "7 columns", "4 columns"))
                .hasToString("plans.csv, line 3: expected 4 columns, found '7 columns'");
        assertThat(new Problem("plan.csv", 0, "", "plan.csv", "another name"))
                .hasToString("plan.csv: expected another name, found 'plan.csv'");
    }

    @Test
    void showsOneShortLine() {
        String value = "a\r\nb\0" + "c".repeat(300);
        assertThat(new Problem("a.csv", 1, "", value, "x").toString())
                .endsWith("found 'a\\r\\nb\\0" + "c".repeat(195) + "...'");
    }

    @Test
    void listsFiftyAndCountsTheRest() {
        Refusal refusal = new Refusal(
                IntStream.rangeClosed(1, 53).mapToObj(ProblemTest::problem).toList());
        assertThat(refusal.getMessage().lines()).hasSize(52);
        assertThat(refusal)
                .hasMessageStartingWith("Refused the files in here, 53 faults. Correct them.\n  plans.csv, line 1,");
        assertThat(refusal).hasMessageEndingWith("\n  and 3 more");
        assertThat(refusal.problems()).hasSize(53);
    }

    @Test
    void countsASingleFault() {
        assertThat(new Refusal(List.of(problem(2))))
                .hasMessage("Refused the files in here, 1 fault. Correct them.\n  " + problem(2));
    }
}
